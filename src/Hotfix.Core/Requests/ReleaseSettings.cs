namespace Hotfix.Core.Requests;

/// <summary>How a release is made here.</summary>
/// <param name="Strategy">Who makes it.</param>
/// <param name="Workflow">File name of the team's release workflow, for <see cref="ReleaseStrategy.Dispatch"/>.</param>
internal sealed record ReleaseSettings(ReleaseStrategy Strategy = ReleaseStrategy.Publish, string Workflow = "release.yml")
{
    /// <summary>Inputs of that workflow, by name; places (see <see cref="StartedWorkflow.Places"/>) are filled in.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string> { ["ref"] = "{ref}", ["sha"] = "{sha}" };

    /// <summary>Whether a workflow is started that is told which version to make.</summary>
    public bool TellsVersion => Strategy == ReleaseStrategy.Dispatch && (Started.Uses("version") || Started.Uses("tag"));

    /// <summary>The workflow, and what it is told.</summary>
    public StartedWorkflow Started => new(Workflow, "--release-inputs", Inputs);
}
