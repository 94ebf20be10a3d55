using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class PickingCommits : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly CommitPatches _patches;
    private readonly CommitPicking _picking;
    private readonly CommitSha[] _fix;
    private readonly CommitSha _merge;

    public PickingCommits()
    {
        _patches = new CommitPatches(_there.Git);
        _picking = new CommitPicking(_there.Git);
        _there.Clone.Git(["switch", "--quiet", "--create", "support/1.4"]);
        _there.Clone.Git(["switch", "--quiet", "--create", "hotfix/x"]);
        _fix =
        [
            CommitSha.Parse(
                _there.Clone.CommitFile(
                    "app.txt",
                    "one\nfixed\nthree\n",
                    "fix: app\n\nBecause it was broken.\n\nReviewed-by: Grace\nRefs: #12",
                    TempRepository.Day(3)
                )
            ),
            CommitSha.Parse(_there.Clone.CommitFile("new.txt", "new\n", "fix: new", TempRepository.Day(4))),
        ];
        _there.Clone.Git(["switch", "--quiet", "support/1.4"]);
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge hotfix/x (#12)", "hotfix/x"]);
        _merge = _there.Head;
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.CommitFile("unrelated.txt", "x\n", "unrelated");
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task CopiesAuthorDateAndMessageAndTouchesNothingElse()
    {
        CommitSha onto = _there.Head;
        PickPreview preview = await _patches.PreviewAsync([new(_fix[0]), new(_fix[1])], onto, None);

        CommitSha tip = await _picking.ApplyAsync(preview, Branch("forward-port/x"), "unused", None);

        TempRepository clone = _there.Clone;
        Assert.Null(preview.Conflict);
        Assert.Equal((tip.Value, onto.Value), (clone.Resolve("forward-port/x"), clone.Resolve("forward-port/x~2")));
        Assert.Equal(
            $"fix: app\n\nBecause it was broken.\n\nReviewed-by: Grace\nRefs: #12\n(cherry picked from commit {_fix[0]})",
            clone.Git(["log", "-1", "--format=%B", "forward-port/x~1"]).TrimEnd()
        );
        Assert.Equal($"fix: new\n\n(cherry picked from commit {_fix[1]})", clone.Git(["log", "-1", "--format=%B", "forward-port/x"]).TrimEnd());
        Assert.Equal("Ada Author 2026-01-05T09:00:00+00:00", clone.Git(["log", "-1", "--format=%an %aI", "forward-port/x"]));
        Assert.Equal(
            ("one\nfixed\nthree", "main", ""),
            (clone.Git(["show", "forward-port/x:app.txt"]), clone.Git(["branch", "--show-current"]), clone.Git(["status", "--porcelain"]))
        );
    }

    [Fact]
    public async Task GivesWhatGitsOwnCherryPickGives()
    {
        CommitSha onto = _there.Head;
        PickPreview preview = await _patches.PreviewAsync([new(_fix[0]), new(_fix[1])], onto, None);
        CommitSha tip = await _picking.ApplyAsync(preview, Branch("forward-port/x"), "unused", None);

        _there.Clone.Git(["cherry-pick", "-x", _fix[0].Value, _fix[1].Value]);

        foreach (string format in (string[])["%T", "%B", "%an %ae %at"])
            Assert.Equal(_there.Clone.Git(["log", "-2", $"--format={format}", "HEAD"]), _there.Clone.Git(["log", "-2", $"--format={format}", tip.Value]));
    }

    [Fact]
    public async Task TakesAMergeAgainstItsMainline()
    {
        PickPreview preview = await _patches.PreviewAsync([new(_merge, MainlineParent: 1)], _there.Head, None);

        CommitSha tip = await _picking.ApplyAsync(preview, Branch("forward-port/x"), "unused", None);

        Assert.Equal(["app.txt", "new.txt"], _there.Clone.Git(["diff", "--name-only", "main", tip.Value]).Split('\n'));
        Assert.StartsWith("Merge hotfix/x (#12)", _there.Clone.Git(["log", "-1", "--format=%B", tip.Value]), StringComparison.Ordinal);
        Assert.Equal("1", _there.Clone.Git(["rev-list", "--count", $"main..{tip}"]));
    }

    [Fact]
    public async Task StopsAtAConflictWithoutMarkers()
    {
        _there.Clone.CommitFile("app.txt", "one\nzwei\nthree\n", "feat: german");
        string refs = _there.Clone.Git(["for-each-ref"]);

        PickPreview preview = await _patches.PreviewAsync([new(_fix[1]), new(_fix[0])], _there.Head, None);
        Assert.Equal(refs, _there.Clone.Git(["for-each-ref"]));
        CommitSha tip = await _picking.ApplyAsync(preview, Branch("forward-port/x"), "Forward-port: app.txt conflicts", None);

        Assert.Equal((_fix[0], false), (preview.Conflict!.Pick.Commit, preview.IsEmpty));
        Assert.Equal(["app.txt"], preview.Conflict.Files);
        Assert.Equal("Forward-port: app.txt conflicts\nfix: new", _there.Clone.Git(["log", "-2", "--format=%s", tip.Value]));
        Assert.Equal(["new.txt"], _there.Clone.Git(["diff", "--name-only", "main", tip.Value]).Split('\n'));
    }

    [Fact]
    public async Task LeavesOutWhatIsThere()
    {
        _there.Clone.Git(["cherry-pick", _fix[0].Value]);

        PickPreview half = await _patches.PreviewAsync([new(_fix[0]), new(_fix[1])], _there.Head, None);
        CommitSha tip = await _picking.ApplyAsync(half, Branch("forward-port/x"), "unused", None);
        PickPreview none = await _patches.PreviewAsync([new(_fix[0]), new(_fix[1])], tip, None);

        Assert.Equal([true, false], half.Picked.Select(picked => picked.ChangesNothing));
        Assert.Equal("1", _there.Clone.Git(["rev-list", "--count", $"main..{tip}"]));
        Assert.Equal((false, true), (half.IsEmpty, none.IsEmpty));
    }

    [Fact]
    public async Task RunAgainFindsItsBranchAndRefusesAnother()
    {
        PickPreview preview = await _patches.PreviewAsync([new(_fix[0])], _there.Head, None);
        CommitSha first = await _picking.ApplyAsync(preview, Branch("forward-port/x"), "unused", None);

        CommitSha again = await _picking.ApplyAsync(preview, Branch("forward-port/x"), "unused", None);
        await Refusals.ExpectAsync("HF2030", () => _picking.ApplyAsync(preview, Branch("support/1.4"), "unused", None));

        Assert.Equal(first, again);
        Assert.Equal(_merge.Value, _there.Clone.Resolve("support/1.4"));
    }

    [Fact]
    public async Task OfAMergeNeedsItsMainline() =>
        await Refusals.ExpectAsync("HF2002", () => _patches.PreviewAsync([new(_fix[0], MainlineParent: 2)], _there.Head, None));
}
