namespace Hotfix.Core.Requests;

/// <summary>How a release is made here.</summary>
/// <param name="Strategy">Who makes it.</param>
/// <param name="Workflow">File name of the team's release workflow, for <see cref="ReleaseStrategy.Dispatch"/>.</param>
public sealed record ReleaseSettings(ReleaseStrategy Strategy = ReleaseStrategy.Publish, string Workflow = "release.yml")
{
    /// <summary>Inputs of that workflow, by name; <c>{ref}</c>, <c>{sha}</c> and <c>{version}</c> (of <c>--version</c>, else nothing) are filled in.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string> { ["ref"] = "{ref}", ["sha"] = "{sha}" };
}
