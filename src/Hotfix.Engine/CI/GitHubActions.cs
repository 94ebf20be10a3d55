#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// A job of GitHub Actions. The members are its <see href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables">default
/// variables</see>.
/// </summary>
public class GitHubActions : Host, IBuildServer
{
    internal GitHubActions(BuildSession session)
        : base(session) { }

    /// <summary>The host of this run; <c>null</c> elsewhere.</summary>
    public static GitHubActions Instance => NukeBuild.Host as GitHubActions;

    /// <summary>Who or what started the run.</summary>
    public string Actor => Read("GITHUB_ACTOR");

    /// <summary>Branch that a pull request merges into; empty elsewhere.</summary>
    public string BaseRef => Read("GITHUB_BASE_REF");

    /// <summary>Name of the event, such as <c>push</c>.</summary>
    public string EventName => Read("GITHUB_EVENT_NAME");

    /// <summary>File with the event's payload.</summary>
    public string EventPath => Read("GITHUB_EVENT_PATH");

    /// <summary>Branch that a pull request comes from; empty elsewhere.</summary>
    public string HeadRef => Read("GITHUB_HEAD_REF");

    /// <summary>Id of the job in its workflow file.</summary>
    public string Job => Read("GITHUB_JOB");

    /// <summary>Full ref, <c>refs/heads/main</c>.</summary>
    public string Ref => Read("GITHUB_REF");

    /// <summary>Short ref, <c>main</c>.</summary>
    public string RefName => Read("GITHUB_REF_NAME");

    /// <summary><c>branch</c> or <c>tag</c>.</summary>
    public string RefType => Read("GITHUB_REF_TYPE");

    /// <summary><c>owner/name</c>.</summary>
    public string Repository => Read("GITHUB_REPOSITORY");

    /// <summary>Owner alone.</summary>
    public string RepositoryOwner => Read("GITHUB_REPOSITORY_OWNER");

    /// <summary>Address of the server, <c>https://github.com</c>.</summary>
    public string ServerUrl => Read("GITHUB_SERVER_URL");

    /// <summary>The commit that is built.</summary>
    public string Sha => Read("GITHUB_SHA");

    /// <summary>The job's token, where the workflow passes it on; <c>null</c> elsewhere.</summary>
    public string Token => Read("GITHUB_TOKEN");

    /// <summary>Name of the workflow.</summary>
    public string Workflow => Read("GITHUB_WORKFLOW");

    /// <summary>Folder that the repository is checked out in.</summary>
    public string Workspace => Read("GITHUB_WORKSPACE");

    /// <summary>Number that identifies the run; the same for its retries. 0 when unknown.</summary>
    public long RunId => ReadNumber("GITHUB_RUN_ID");

    /// <summary>Number of the run within its workflow, from 1. 0 when unknown.</summary>
    public long RunNumber => ReadNumber("GITHUB_RUN_NUMBER");

    /// <summary>1 for the first attempt of the run. 0 when unknown.</summary>
    public long RunAttempt => ReadNumber("GITHUB_RUN_ATTEMPT");

    /// <summary>Whether a pull request started the run.</summary>
    public bool IsPullRequest => EventName == "pull_request";

    /// <summary>File whose Markdown is shown on the run's page; <c>null</c> when unknown.</summary>
    public AbsolutePath StepSummaryFile => Read("GITHUB_STEP_SUMMARY");

    string IBuildServer.Branch => Ref;

    string IBuildServer.Commit => Sha;

    /// <summary>Opens a group that the log viewer can fold.</summary>
    public void Group(string group) => Output.WriteLine($"::group::{group}");

    /// <summary>Closes the group.</summary>
    public void EndGroup(string group) => Output.WriteLine($"::endgroup::{group}");

    /// <summary>Adds a debug line, shown when the run has debug logging on.</summary>
    public void WriteDebug(string message) => WriteCommand("debug", message);

    /// <summary>Adds a warning annotation.</summary>
    public void WriteWarning(string message) => WriteCommand("warning", message);

    /// <summary>Adds an error annotation.</summary>
    public void WriteError(string message) => WriteCommand("error", message);

    internal override void WriteFatal(string text)
    {
        base.WriteFatal(text);
        WriteCommand("error", text);
    }

    /// <inheritdoc/>
    internal override IDisposable WriteBlock(string text)
    {
        Group(text);
        return new Disposal(() => EndGroup(text));
    }

    /// <inheritdoc/>
    internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    /// <inheritdoc/>
    internal override void ReportError(string text, string details = null) => WriteError(text);

    private string Read(string name) => Session.Variables.GetValueOrDefault(name);

    private long ReadNumber(string name) => long.TryParse(Read(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;

    // https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts: a command ends at the line's end, so these three are escaped.
    private void WriteCommand(string command, string message) =>
        Output.WriteLine(
            $"::{command}::"
                + message
                    .Replace("%", "%25", StringComparison.Ordinal)
                    .Replace("\r", "%0D", StringComparison.Ordinal)
                    .Replace("\n", "%0A", StringComparison.Ordinal)
        );
}
