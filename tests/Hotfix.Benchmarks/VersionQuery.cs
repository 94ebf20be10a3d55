using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git;
using Hotfix.Git.Versions;

namespace Hotfix.Benchmarks;

/// <summary>What the measured process does: asks for the version of main's tip.</summary>
internal static class VersionQuery
{
    public static async Task<int> RunAsync(string directory, string extent)
    {
        var git = new GitCommandLine(directory);
        RemoteRefs refs = await new GitReader(git).ReadRemoteAsync("origin", CancellationToken.None);
        BranchName main = BranchName.Parse("main");
        CommitSha tip = refs.Branches[main];
        CalculatedVersion version =
            extent == "window"
                ? await new GitVersionSource(git).CalculateAsync(tip, main, refs, CancellationToken.None)
                : await WholeAsync(git, tip, main, refs.Tags);
        Console.WriteLine($"{version.SemVer} {version.Source}");
        return 0;
    }

    private static async Task<CalculatedVersion> WholeAsync(GitCommandLine git, CommitSha tip, BranchName branch, IReadOnlyList<RemoteTag> tags)
    {
        GitLocation location = await GitLocation.FindAsync(git, directory: null, CancellationToken.None);
        IReadOnlyList<RemoteTag> reachable = await new GitReader(git).ListTagsReachableAsync(tip, tags, CancellationToken.None);
        var question = new VersionQuestion(tip, branch, reachable, new VersionConfiguration("", "", Text: null), Window: null);
        return await new GitVersionRun(git, GitVersionProgram.Locate(), location, TimeSpan.FromMinutes(10)).RunAsync(question, CancellationToken.None);
    }
}
