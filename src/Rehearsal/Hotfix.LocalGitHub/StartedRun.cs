namespace Hotfix.LocalGitHub;

/// <summary>A workflow run as whoever plays the runner needs it: with the inputs, which the API does not tell.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Workflow">File name, <c>release.yml</c>.</param>
/// <param name="Event"><c>workflow_dispatch</c>, <c>push</c>, …</param>
/// <param name="Sha">The commit that it runs on.</param>
/// <param name="Branch">Branch or tag, short name.</param>
/// <param name="Status"><c>queued</c>, <c>in_progress</c>, <c>waiting</c> or <c>completed</c>.</param>
/// <param name="Attempt">1, and one more with each re-run.</param>
/// <param name="Inputs">Of a dispatch, defaults filled in; of a <c>repository_dispatch</c>, its payload's texts.</param>
public sealed record StartedRun(
    long Id,
    string Workflow,
    string Event,
    string Sha,
    string? Branch,
    string Status,
    int Attempt,
    IReadOnlyDictionary<string, string> Inputs
);
