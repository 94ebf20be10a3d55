using System.Text.Json;
using Hotfix.Drill.Output;
using Hotfix.Drill.Players;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;

namespace Hotfix.Drill;

/// <summary>Looks at the server with git and plain REST, as somebody who does not trust the targets would, and says what is and is not so.</summary>
internal sealed class Verification(GitHubApi api, GitCommands git, DrillFolder folder, Progress progress)
{
    private readonly Promises _promises = new(progress);

    /// <summary>What else is to be seen; <c>null</c> for nothing.</summary>
    public Func<Promises, DrillChain, CancellationToken, Task>? Also { get; init; }

    /// <summary>Checks everything that the hotfix promised; gives the chain of commits from base to tag.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5906 with every promise that was not kept.</exception>
    public async Task<DrillChain> RunAsync(IRehearsal rehearsal, DrillStory story, CancellationToken cancellationToken)
    {
        int number = await PullRequestAsync(rehearsal, story, cancellationToken);
        string tag = await ReleaseAsync(rehearsal, story, cancellationToken);
        await HistoryAsync(rehearsal, story, tag, cancellationToken);
        Checks(rehearsal, story);
        if (rehearsal.DefaultBranch != rehearsal.BaseBranch)
            await CarriedAsync(rehearsal, story, cancellationToken);

        _promises.Require(
            "the last run asked for less than the second",
            story.LastRun.Rest + story.LastRun.Git < story.SecondRun.Rest + story.SecondRun.Git,
            $"{story.LastRun.Rest + story.LastRun.Git} and {story.SecondRun.Rest + story.SecondRun.Git} requests"
        );
        _promises.Require(
            "the last run wrote nothing",
            story.LastRun.Writes.Count == 0,
            string.Join(", ", story.LastRun.Writes.Select(write => $"{write.Method} {write.Path}"))
        );
        var chain = new DrillChain(number, story.Base, story.Head, story.Merge, tag);
        await new StoryVerification(api, _promises).RunAsync(chain, folder.Summary, cancellationToken);
        await (Also?.Invoke(_promises, chain, cancellationToken) ?? Task.CompletedTask);
        _promises.ThrowIfBroken();
        return chain;
    }

    private async Task<int> PullRequestAsync(IRehearsal rehearsal, DrillStory story, CancellationToken cancellationToken)
    {
        JsonElement[] into = [.. (await api.GetAsync($"pulls?state=all&base={rehearsal.BaseBranch}", cancellationToken)).EnumerateArray()];
        JsonElement[] all = [.. into.Where(pull => !pull.Text("head", "ref").StartsWith(ReleasePlease.BranchPrefix, StringComparison.Ordinal))];
        _promises.Require(
            $"there is exactly one pull request into {rehearsal.BaseBranch}{(all.Length < into.Length ? " beside release-please's" : "")}",
            all.Length == 1,
            $"{all.Length}"
        );
        if (all.Length == 0)
            return 0;

        int number = all[0].GetProperty("number").GetInt32();
        JsonElement one = await api.GetAsync($"pulls/{number}", cancellationToken);
        _promises.Require($"pull request #{number} is merged", one.GetProperty("merged").GetBoolean(), one.Text("state"));
        _promises.Require("its head is the commit that the author made", one.Text("head", "sha") == story.Head, one.Text("head", "sha"));
        if (rehearsal.Habits.Title is { } title)
            _promises.Require($"its title is '{title}'", one.Text("title") == title, one.Text("title"));

        _promises.Require("its merge commit is the one that CI built", one.Text("merge_commit_sha") == story.Merge, one.Text("merge_commit_sha"));
        return number;
    }

    private async Task<string> ReleaseAsync(IRehearsal rehearsal, DrillStory story, CancellationToken cancellationToken)
    {
        JsonElement latest = await api.GetAsync("releases/latest", cancellationToken);
        JsonElement[] all = [.. (await api.GetAsync("releases?per_page=100", cancellationToken)).EnumerateArray()];
        string tag = latest.Text("tag_name");
        if (rehearsal.ExpectedTag is { } expected)
            _promises.Require($"the latest release is {expected}", tag == expected, tag);

        _promises.Require("exactly one release is new", all.Length == story.OldReleases + 1, $"{all.Length - story.OldReleases} are");
        _promises.Require("no draft is left", all.All(release => !release.GetProperty("draft").GetBoolean()), "one is");
        return tag;
    }

    private async Task HistoryAsync(IRehearsal rehearsal, DrillStory story, string tag, CancellationToken cancellationToken)
    {
        string parents = await GitAsync(["rev-list", "--parents", "--max-count=1", story.Merge], cancellationToken);
        if (rehearsal.Habits.IsSquashed)
        {
            string subject = await GitAsync(["log", "--max-count=1", "--format=%s", story.Merge], cancellationToken);
            _promises.Require("the one commit has the old base as its parent", parents == $"{story.Merge} {story.Base}", parents);
            _promises.Require("its subject is the pull request's title", subject.StartsWith(rehearsal.Habits.Title ?? "", StringComparison.Ordinal), subject);
        }
        else
        {
            _promises.Require(
                "the merge commit has the old base and the tested head as parents, in this order",
                parents == $"{story.Merge} {story.Base} {story.Head}",
                parents
            );
        }

        string[] moved = (await GitAsync(["rev-list", "--first-parent", $"{story.Base}..refs/heads/{rehearsal.BaseBranch}"], cancellationToken)).Split('\n');
        string tagged = await GitAsync(["rev-parse", $"refs/tags/{tag}^{{commit}}"], cancellationToken);
        if (rehearsal.Habits.UsesReleasePlease)
        {
            _promises.Require(
                $"{rehearsal.BaseBranch} moved by this one merge, and release-please's on it",
                moved is [var release, var fix] && fix == story.Merge && release == tagged,
                string.Join(' ', moved)
            );
            return;
        }

        _promises.Require($"{rehearsal.BaseBranch} moved by this one merge only", moved is [var only] && only == story.Merge, string.Join(' ', moved));
        string kind = await GitAsync(["cat-file", "-t", $"refs/tags/{tag}"], cancellationToken);
        _promises.Require($"{tag} is an annotated tag", kind == "tag", kind);
        _promises.Require($"{tag} names the merge commit", tagged == story.Merge, tagged);
    }

    private void Checks(IRehearsal rehearsal, DrillStory story)
    {
        _promises.Require("CI was green on the head", story.HeadBuild.Run.IsGreen, story.HeadBuild.Run.Describe());
        _promises.Require("CI was green on the merge commit", story.MergeBuild.Run.IsGreen, story.MergeBuild.Run.Describe());
        if (rehearsal.RegressionTest is { } test)
        {
            _promises.Require(
                "the regression test failed before the fix, alone",
                story.BeforeFix is { } before && before.Failed.SequenceEqual([test]),
                story.BeforeFix?.Describe() ?? "not run"
            );
            _promises.Require(
                "the regression test passed in CI",
                story.HeadBuild.Run.Passed.Contains(test) && story.MergeBuild.Run.Passed.Contains(test),
                story.HeadBuild.Run.Describe()
            );
        }
    }

    private async Task CarriedAsync(IRehearsal rehearsal, DrillStory story, CancellationToken cancellationToken)
    {
        var carried = new CarriedOver(api, git, folder.Mirror, _promises);
        await carried.ChangeAsync(rehearsal.DefaultBranch, story.Head, story.Base, cancellationToken);
        await carried.IssueAsync(cancellationToken);
        JsonElement[] ports = [.. (await api.GetAsync($"pulls?state=all&base={rehearsal.DefaultBranch}", cancellationToken)).EnumerateArray()];
        bool isMerged =
            ports is [var port] && (await api.GetAsync($"pulls/{port.GetProperty("number").GetInt32()}", cancellationToken)).GetProperty("merged").GetBoolean();
        _promises.Require($"one pull request brought it to {rehearsal.DefaultBranch}, reviewed and merged as any other", isMerged, $"{ports.Length}");
    }

    private Task<string> GitAsync(string[] arguments, CancellationToken cancellationToken) => git.RunAsync(folder.Mirror, arguments, cancellationToken);
}
