using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class TakingARangeBack : IDisposable
{
    private readonly RemoteAndClone _there = new();
    private readonly Reverting _reverting;
    private readonly CommitSha _good;
    private readonly CommitSha _bad;

    public TakingARangeBack()
    {
        _reverting = new Reverting(_there.Git);
        _good = _there.Head;
        _there.Clone.Git(["switch", "--quiet", "--create", "hotfix/x"]);
        _there.Clone.CommitFile("app.txt", "one\nbad\nthree\n", "fix: app", TempRepository.Day(3));
        _there.Clone.CommitFile("new.txt", "new\n", "fix: new", TempRepository.Day(4));
        _there.Clone.Git(["switch", "--quiet", "main"]);
        _there.Clone.Git(["merge", "--quiet", "--no-ff", "--message", "Merge hotfix/x (#12)", "hotfix/x"]);
        _bad = _there.Head;
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task GivesWhatGitsOwnRevertOfTheMergeGivesAndTouchesNothing()
    {
        CommitSha onto = CommitSha.Parse(_there.Clone.CommitFile("unrelated.txt", "x\n", "unrelated"));

        RevertPreview preview = await _reverting.PreviewAsync(_bad, _good, onto, None);
        CommitSha made = await _reverting.CommitAsync(preview, "Revert v1.4.3", None);

        Assert.Equal(
            ("main", "", onto.Value),
            (_there.Clone.Git(["branch", "--show-current"]), _there.Clone.Git(["status", "--porcelain"]), _there.Clone.Head)
        );
        _there.Clone.Git(["revert", "--no-edit", "-m", "1", _bad.Value]);
        Assert.Equal(_there.Clone.Resolve("HEAD^{tree}"), _there.Clone.Resolve($"{made}^{{tree}}"));
        Assert.Equal(("Revert v1.4.3", onto.Value), (_there.Clone.Git(["log", "-1", "--format=%s", made.Value]), _there.Clone.Resolve($"{made}^")));
    }

    [Fact]
    public async Task NamesTheFilesThatChangedSinceAndMakesAnEmptyCommit()
    {
        CommitSha onto = CommitSha.Parse(_there.Clone.CommitFile("app.txt", "one\nbetter\nthree\n", "better"));

        RevertPreview preview = await _reverting.PreviewAsync(_bad, _good, onto, None);
        CommitSha made = await _reverting.CommitAsync(preview, "Revert v1.4.3", None);

        Assert.Equal(["app.txt"], preview.Conflicts);
        Assert.Equal(_there.Clone.Resolve($"{onto}^{{tree}}"), _there.Clone.Resolve($"{made}^{{tree}}"));
    }

    [Fact]
    public async Task FindsOutThatItIsTakenBackAlready()
    {
        _there.Clone.Git(["revert", "--no-edit", "-m", "1", _bad.Value]);

        RevertPreview preview = await _reverting.PreviewAsync(_bad, _good, _there.Head, None);

        Assert.True(preview.ChangesNothing);
    }
}
