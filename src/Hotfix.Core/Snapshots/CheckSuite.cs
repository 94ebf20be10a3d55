namespace Hotfix.Core.Snapshots;

/// <summary>
/// What one app reports about one commit as a whole. For GitHub Actions it is one run of one workflow: it exists before the run's checks do, and says why
/// they do not come.
/// </summary>
/// <param name="Id">The suite's id.</param>
/// <param name="AppId">The GitHub App that it belongs to; <c>null</c> when GitHub does not say.</param>
/// <param name="AppName">The app's name for people, such as <c>GitHub Actions</c>; empty when GitHub does not say.</param>
/// <param name="State">What it means for merging; <see cref="CheckState.ActionRequired"/> when somebody with write access has to approve the run before
/// anything reports.</param>
/// <param name="Detail">GitHub's own word (<c>queued</c>, <c>waiting</c>, <c>action_required</c>, <c>startup_failure</c>, …), unknown ones included.</param>
/// <param name="Url">The workflow run's page, where it is approved; empty for other apps, and where workflow runs cannot be read.</param>
internal sealed record CheckSuite(long Id, long? AppId, string AppName, CheckState State, string Detail, string Url)
{
    /// <summary>How many check runs it has; an app that only listens has a suite with 0 that stays queued for ever.</summary>
    public int CheckRuns { get; init; }

    /// <summary>The workflow's name; empty for other apps, and where workflow runs cannot be read.</summary>
    public string Workflow { get; init; } = "";

    /// <summary>The workflow's file, <c>.github/workflows/…</c>; empty as <see cref="Workflow"/> is.</summary>
    public string WorkflowPath { get; init; } = "";

    /// <summary>What started the run, such as <c>pull_request</c>; empty as <see cref="Workflow"/> is.</summary>
    public string Event { get; init; } = "";
}
