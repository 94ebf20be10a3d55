using System.Text.RegularExpressions;
using Hotfix.Core.Requests;

namespace Hotfix.Core.Adopting;

/// <summary>How a repository deploys already, or that it ships packages alone, as its workflows tell.</summary>
/// <param name="File">The workflow that deploys when it is started; <c>null</c> when none does.</param>
/// <param name="Evidence">For people.</param>
internal sealed partial record FoundDeployment(string? File, string Evidence)
{
    private static readonly string[] OfPackages = ["nuget", "npm", "pypi", "testpypi", "crates", "maven", "release", "publish"];

    /// <summary>Whether packages are published and nothing is deployed.</summary>
    public bool IsLibrary => File is null;

    /// <summary>What the workflows tell; <c>null</c> when they tell nothing, or more than one thing.</summary>
    /// <param name="files">The team's, ours left out.</param>
    /// <param name="environments">Names of the environments in them.</param>
    public static FoundDeployment? In(IReadOnlyList<TeamWorkflow> files, IReadOnlyList<string> environments)
    {
        TeamWorkflow[] deploying = [.. files.Where(file => Deploys().IsMatch(file.File))];
        if (deploying is [{ Dispatch: { } inputs } only] && StartedWorkflow.Unusual(inputs).Count == 0 && StartedWorkflow.Usual(inputs.Keys).Count > 0)
            return new FoundDeployment(only.File, $"{only.File}, which takes {string.Join(", ", inputs.Keys)}");

        bool isElsewhere = deploying.Length > 0 || environments.Any(name => !OfPackages.Contains(name, StringComparer.OrdinalIgnoreCase));
        return !isElsewhere && files.FirstOrDefault(file => Publishes().IsMatch(file.Text)) is { } publishing
            ? new FoundDeployment(File: null, $"{publishing.File} publishes packages, and nothing is deployed")
            : null;
    }

    [GeneratedRegex(@"^(?:cd|.*deploy.*)\.ya?ml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deploys();

    [GeneratedRegex(@"nuget push|NuGet/login|\b(?:npm|cargo|uv|poetry) publish|twine upload|gh-action-pypi-publish", RegexOptions.CultureInvariant)]
    private static partial Regex Publishes();
}
