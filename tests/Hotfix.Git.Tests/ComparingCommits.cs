using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

/// <summary>A fix of two commits on <c>support/1.4</c>, and what the base branch does with it.</summary>
public sealed class ComparingCommits : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly CommitPatches _patches;
    private readonly CommitSha _released;
    private readonly CommitSha[] _fix;

    public ComparingCommits()
    {
        _patches = new CommitPatches(_there.Git);
        _there.Clone.CommitFile("other.txt", "one\ntwo\nthree\n", "other");
        _released = _there.Head;
        _there.Clone.Git(["switch", "--quiet", "--create", "support/1.4"]);
        _fix =
        [
            CommitSha.Parse(_there.Clone.CommitFile("app.txt", "one\nfixed\nthree\n", "fix: app")),
            CommitSha.Parse(_there.Clone.CommitFile("other.txt", "one\nfixed\nthree\n", "fix: other")),
        ];
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.CommitFile("unrelated.txt", "x\n", "unrelated");
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task FindsCleanPicksThoughTheirShasDiffer()
    {
        Pick(_fix[0], _fix[1]);

        ForwardPortState state = await AssessAsync();

        Assert.Contains("fix: app: there as", Assert.IsType<ForwardPortState.Proven>(state).Evidence[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsTheWholeInASquash()
    {
        Pick(_fix[0], _fix[1]);
        _there.Clone.Git(["reset", "--quiet", "--soft", "HEAD~2"]);
        _there.Clone.Commit("Fix both (#12)");
        // Later work on the same lines, so that content alone would not show it.
        _there.Clone.CommitFile("app.txt", "one\nfixed better\nthree\n", "feat: better");

        ForwardPortState state = await AssessAsync();

        Assert.Contains("the whole fix", Assert.Single(Assert.IsType<ForwardPortState.Proven>(state).Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindsTheWholeInAMerge()
    {
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge the fix", "support/1.4"]);
        IReadOnlyList<CommitPatch> commits = await _patches.ListAsync(_released, _there.Head, [], None);

        string whole = await _patches.ReadPatchIdAsync(_released, _fix[1], None);

        Assert.Equal(["Merge the fix"], commits.Where(commit => commit.PatchId == whole).Select(commit => commit.Subject));
    }

    [Fact]
    public async Task CountsAsMissingWhatWasReverted()
    {
        Pick(_fix[0], _fix[1]);
        _there.Clone.Git(["revert", "--no-edit", "HEAD~1"]);

        ForwardPortState state = await AssessAsync();

        Assert.Equal([_fix[0]], Assert.IsType<ForwardPortState.Open>(state).Missing);
    }

    [Fact]
    public async Task CountsHalfOfItAsOpen()
    {
        Pick(_fix[1]);

        ForwardPortState state = await AssessAsync();

        Assert.Equal([_fix[0]], Assert.IsType<ForwardPortState.Open>(state).Missing);
    }

    [Fact]
    public async Task FindsContentThatGotInAnotherWay()
    {
        _there.Clone.Write("app.txt", "one\nfixed\nthree\n").Write("other.txt", "one\nfixed\nthree\nfour\n").Commit("feat: something larger");

        ForwardPortState state = await AssessAsync();

        Assert.Contains("has the content already", Assert.Single(Assert.IsType<ForwardPortState.Proven>(state).Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsBinaryChangesApartAndIgnoresTheUsersDiffSettings()
    {
        CommitSha start = _there.Head;
        foreach (string content in (string[])["\0one", "\0two", "\0one"])
            _there.Clone.CommitFile("logo.png", content, $"logo {content.Length}");

        IReadOnlyList<CommitPatch> plain = await _patches.ListAsync(start, _there.Head, [], None);
        foreach (
            (string name, string value) in ((string, string)[])
                [("diff.noprefix", "true"), ("diff.context", "9"), ("diff.renames", "copies"), ("color.ui", "always"), ("log.showSignature", "true")]
        )
        {
            _there.Clone.Git(["config", name, value]);
        }

        IReadOnlyList<CommitPatch> configured = await _patches.ListAsync(start, _there.Head, [], None);

        Assert.Equal(3, plain.Select(commit => commit.PatchId).Distinct().Count());
        Assert.Equal(plain[1].ReversePatchId, plain[2].PatchId);
        Assert.Equal(plain, configured);
    }

    [Fact]
    public async Task ListsOnlyWhatTouchesTheFilesButWithItsWholeChange()
    {
        CommitSha start = _there.Head;
        _there.Clone.CommitFile("app.txt", "1\n", "only app");
        _there.Clone.Write("other.txt", "1\n").Write("app.txt", "2\n").Commit("both");
        _there.Clone.CommitFile("unrelated.txt", "y\n", "neither");

        IReadOnlyList<CommitPatch> all = await _patches.ListAsync(start, _there.Head, [], None);
        IReadOnlyList<CommitPatch> some = await _patches.ListAsync(start, _there.Head, ["other.txt", "[a]*"], None);

        Assert.Equal(["only app", "both", "neither"], all.Select(commit => commit.Subject));
        Assert.Equal([all[1]], some);
    }

    private void Pick(params CommitSha[] commits) => _there.Clone.Git(["cherry-pick", .. commits.Select(commit => commit.Value)]);

    private async Task<ForwardPortState> AssessAsync()
    {
        CommitSha tip = _there.Head;
        PickPreview preview = await _patches.PreviewAsync([.. _fix.Select(commit => new CommitPick(commit))], tip, None);
        return ForwardPortAssessment.Assess(
            new ForwardPortFacts
            {
                BaseBranch = Branch("main"),
                Fix = await _patches.ListAsync(_released, _fix[1], [], None),
                WholePatchId = await _patches.ReadPatchIdAsync(_released, _fix[1], None),
                BaseCommits = await _patches.ListAsync(_released, tip, ["app.txt", "other.txt"], None),
                IsContained = preview.IsEmpty,
            }
        );
    }
}
