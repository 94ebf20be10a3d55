using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Versions;

namespace Hotfix.Git.Versions;

/// <summary>One run of the GitVersion program.</summary>
internal sealed class GitVersionRun(GitCommandLine git, GitVersionProgram program, GitLocation location, TimeSpan limit)
{
    public async Task<CalculatedVersion> RunAsync(VersionQuestion question, CancellationToken cancellationToken)
    {
        GitVersionVariables answer = await AskAsync(question, cancellationToken);
        return new CalculatedVersion(answer.MajorMinorPatch, answer.SemVer, $"GitVersion {program.Version}, {question.DescribeHistory()}");
    }

    /// <summary>Everything that the program says.</summary>
    public async Task<GitVersionVariables> AskAsync(VersionQuestion question, CancellationToken cancellationToken)
    {
        string[] cuts = await ListCutsAsync(question, cancellationToken);
        using var repository = new WindowRepository();
        await repository.WriteAsync(
            Path.Combine(location.CommonDir, "objects"),
            (question.Branch, question.Commit),
            [
                .. question.VisibleTags.Select(tag => ($"refs/tags/{tag.Name}", tag.Commit)),
                .. question.OtherBranches.Select(other => (other.Key.RefName, other.Value)),
            ],
            cuts
        );
        await repository.WriteConfigurationAsync(question.Configuration, cancellationToken);
        var call = new GitCall([program.Dll, repository.Path, "/output", "json", "/allowshallow", "/nofetch", "/nonormalize", "/nocache"])
        {
            Directory = repository.Path,
            Environment = VersionEnvironment.Changes(),
            Timeout = limit,
        };
        ProcessResult result = await git.RunProcessAsync(program.Host, call, cancellationToken);
        return result.ExitCode == 0 && GitVersionOutput.Parse(result.Output) is { } answer ? answer : throw Failed(question, result);
    }

    /// <summary>Where history ends: at the window's start unless that is a root anyway, and where the clone itself ends.</summary>
    private async Task<string[]> ListCutsAsync(VersionQuestion question, CancellationToken cancellationToken)
    {
        string[] own = location.IsShallow ? await File.ReadAllLinesAsync(location.ShallowFile, cancellationToken) : [];
        bool isCutInside = own.Any(cut =>
            CommitSha.TryParse(cut, out CommitSha sha) && (question.Window is null || (sha != question.Window.Start && question.Window.Commits.Contains(sha)))
        );
        if (question.Window is { } window && !isCutInside)
        {
            string parents = await git.ReadAsync(["rev-list", "--parents", "--max-count=1", window.Start.Value], cancellationToken);
            return parents.Contains(' ', StringComparison.Ordinal) ? [.. own, window.Start.Value] : own;
        }

        return !isCutInside
            ? own
            : throw new HotfixException(
                "HF2203",
                what: $"The version of {question.Commit.Short} cannot be told from this shallow clone; nothing was changed.",
                why: "It needs the whole history: no release tag lies in what is here, or the way to it is cut off.",
                next: "Run 'git fetch --unshallow --tags' (in a workflow: 'fetch-depth: 0')."
            );
    }

    private HotfixException Failed(VersionQuestion question, ProcessResult result)
    {
        IEnumerable<string> lines = GitVersionOutput.Words($"{result.Output}\n{result.Errors}");
        return new HotfixException(
            "HF2202",
            what: $"GitVersion {program.Version} gave no version for {question.Commit.Short} as '{question.Branch}'; nothing was changed.",
            why: $"It ended with exit code {result.ExitCode}: {string.Join(" | ", lines)}",
            next: "Check GitVersion.yml with 'gitversion /showconfig' (one of version 5 has other words), or name the version with '--version'."
        );
    }
}
