using System.Reflection;

namespace Hotfix.Components.Tests;

/// <summary>
/// NUKE tells members of one name apart by the member's name alone: of a build's own <c>[Solution] Solution</c> and a parameter of ours that is only called
/// so, it fills neither from its parameters file.
/// </summary>
public sealed class NamesOfParameters
{
    [Fact]
    public void AreThoseOfTheirMembers()
    {
        PropertyInfo[] parameters =
        [
            .. typeof(IHazHotfix)
                .Assembly.GetTypes()
                .Where(type => type.IsInterface)
                .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(property => property.IsDefined(typeof(ParameterAttribute))),
        ];

        Assert.NotEmpty(parameters);
        Assert.Empty(parameters.Where(property => property.GetCustomAttribute<ParameterAttribute>()!.Name is not null).Select(property => property.Name));
    }

    [Fact]
    public void DoNotTakeThoseOfNukesComponents() =>
        Assert.Empty(
            typeof(IHazHotfix)
                .Assembly.GetTypes()
                .Where(type => type.IsInterface)
                .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
                .Where(property => property.IsDefined(typeof(ParameterAttribute)))
                .Select(property => property.Name)
                .Intersect(["Solution", "Configuration", "GitRepository", "GitVersion", "NuGetSource", "NuGetApiKey", "GitHubToken", "SkipTests"])
        );
}
