using Hotfix.Engine.Tests.Harness;
using Xunit.Abstractions;
using NukeBuild = Nuke.Common.NukeBuild;

namespace Hotfix.Engine.Tests;

/// <summary>What the engine declares, NUKE declares too: a build that compiles here compiles there.</summary>
public sealed class ApiOfTheEngine(ITestOutputHelper output)
{
    [FactWithNukeApi]
    public void IsPartOfNukes()
    {
        var nukes = new HashSet<string>(NukeApi.Read(), StringComparer.Ordinal);
        string[] ours = [.. PublicApi.Of(typeof(NukeBuild).Assembly)];

        string[] foreign = [.. ours.Where(line => !nukes.Contains(line))];

        output.WriteLine($"{ours.Length} members compared with {nukes.Count} of NUKE.");
        Assert.Empty(foreign);
    }
}
