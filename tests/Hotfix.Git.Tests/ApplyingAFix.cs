using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class ApplyingAFix : IDisposable
{
    private static readonly BranchName Fix = BranchName.Parse("hotfix/null-ref");
    private readonly RemoteAndClone _there = new();
    private readonly CommitSha _base;

    public ApplyingAFix()
    {
        _base = _there.Head;
        _there.Clone.Git(["branch", Fix.Value]);
    }

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task OfACommitIsACherryPickThatNamesItsOrigin()
    {
        CommitSha made = CommitOnMain("app.txt", "one\nTWO\nthree\n");
        PlanStep.ApplyFix step = await PlanAsync(made.Value);

        Outcome outcome = await _there.Writer.ApplyAsync(step, None);

        Assert.False(outcome.WasFound);
        Assert.Equal(_base.Value, _there.Clone.Resolve("HEAD~1"));
        Assert.Contains($"(cherry picked from commit {made})", _there.Clone.Git(["log", "-1", "--format=%B"]), StringComparison.Ordinal);
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain"]));
    }

    [Fact]
    public async Task ASecondTimeIsFoundOnTheBranch()
    {
        PlanStep.ApplyFix step = await PlanAsync(CommitOnMain("app.txt", "one\nTWO\nthree\n").Value);
        await _there.Writer.ApplyAsync(step, None);
        string tip = _there.Clone.Head;

        Outcome outcome = await _there.Writer.ApplyAsync(step, None);

        Assert.True(outcome.WasFound);
        Assert.Equal(tip, _there.Clone.Head);
    }

    [Fact]
    public async Task OfARangeKeepsTheOrder()
    {
        CommitOnMain("a.txt", "a\n");
        CommitOnMain("b.txt", "b\n");

        PlanStep.ApplyFix step = await PlanAsync($"{_base}..main");
        await _there.Writer.ApplyAsync(step, None);

        Assert.Equal("change b.txt\nchange a.txt", _there.Clone.Git(["log", "--format=%s", $"{_base}..HEAD"]));
    }

    [Fact]
    public async Task OfAMailboxPatchKeepsItsAuthorAndMessage()
    {
        CommitOnMain("app.txt", "one\nTWO\nthree\n");
        string patch = Save("fix it.patch", _there.Clone.Git(["format-patch", "-1", "--stdout", "main"]) + "\n");
        PlanStep.ApplyFix step = await PlanAsync(patch);

        await _there.Writer.ApplyAsync(step, None);

        Assert.True(Assert.IsType<Fix.Patch>(step.Fix).IsMailbox);
        Assert.Equal("change app.txt", _there.Clone.Git(["log", "-1", "--format=%s"]));
        Assert.True((await _there.Writer.ApplyAsync(step, None)).WasFound);
    }

    [Fact]
    public async Task OfAPlainPatchCommitsItWithTheMessage()
    {
        PlanStep.ApplyFix step = await PlanAsync(SavePlainPatch());

        await _there.Writer.ApplyAsync(step, None);

        Assert.Equal("fix: the message", _there.Clone.Git(["log", "-1", "--format=%s"]));
        Assert.Equal("one\nTWO\nthree", _there.Clone.Git(["show", "HEAD:app.txt"]));
        Assert.True((await _there.Writer.ApplyAsync(step, None)).WasFound);
    }

    [Fact]
    public async Task ThatWasStagedByAKilledRunIsCommittedByTheNext()
    {
        string patch = SavePlainPatch();
        PlanStep.ApplyFix step = await PlanAsync(patch);
        _there.Clone.Git(["apply", "--index", patch]);

        await _there.Writer.ApplyAsync(step, None);

        Assert.Equal("fix: the message", _there.Clone.Git(["log", "-1", "--format=%s"]));
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain", "--untracked-files=no"]));
    }

    [Fact]
    public async Task ThatAHookRefusesIsUndone()
    {
        PlanStep.ApplyFix step = await PlanAsync(SavePlainPatch());
        _there.InstallHook("pre-commit", "echo 'not on a Friday' >&2; exit 1");

        Refusal refusal = await Refusals.ExpectAsync("HF2071", () => _there.Writer.ApplyAsync(step, None));

        Assert.Contains(refusal.Output, line => line.Contains("not on a Friday", StringComparison.Ordinal));
        AssertUntouched();
    }

    [Fact]
    public async Task ThatStopsHalfWayIsUndoneAsAWhole()
    {
        CommitSha fits = CommitOnMain("a.txt", "a\n");
        CommitOnMain("app.txt", "one\nTWO\nthree\n");
        CommitSha conflicts = CommitOnMain("app.txt", "one\nTWO AND A HALF\nthree\n");
        _there.Clone.Git(["switch", "--quiet", Fix.Value]);
        var step = new PlanStep.ApplyFix(Fix, _base, new Fix.Commits([fits, conflicts]), _there.Clone.Path);

        Refusal refusal = await Refusals.ExpectAsync("HF2038", () => _there.Writer.ApplyAsync(step, None));

        Assert.Contains("app.txt", refusal.Why, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task ThatIsCancelledIsUndone()
    {
        PlanStep.ApplyFix step = await PlanAsync(SavePlainPatch());
        string started = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, "started");
        _there.InstallHook("pre-commit", $"touch '{started}'; exec sleep 60");
        using var stop = new CancellationTokenSource();

        Task<Outcome> running = _there.Writer.ApplyAsync(step, stop.Token);
        await Waiting.UntilAsync(() => File.Exists(started));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(_base.Value, _there.Clone.Head);
    }

    [Fact]
    public async Task ToAWorkTreeWithChangesIsRefused()
    {
        PlanStep.ApplyFix step = await PlanAsync(CommitOnMain("b.txt", "b\n").Value);
        _there.Clone.Write("app.txt", "mine\n");

        Refusal refusal = await Refusals.ExpectAsync("HF2037", () => _there.Writer.ApplyAsync(step, None));

        Assert.Contains("app.txt", refusal.Why, StringComparison.Ordinal);
        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(_there.Clone.Path, "app.txt")));
    }

    [Fact]
    public async Task ToAnotherBranchThanIsCheckedOutIsRefused()
    {
        PlanStep.ApplyFix step = await PlanAsync(CommitOnMain("b.txt", "b\n").Value);
        _there.Clone.Git(["switch", "--quiet", "main"]);

        await Refusals.ExpectAsync("HF2045", () => _there.Writer.ApplyAsync(step, None));
    }

    [Fact]
    public async Task ToABranchThatMovedByOtherWorkIsRefused()
    {
        PlanStep.ApplyFix step = await PlanAsync(CommitOnMain("b.txt", "b\n").Value);
        string moved = _there.Clone.CommitFile("other.txt", "other\n", "other work");

        Refusal refusal = await Refusals.ExpectAsync("HF2032", () => _there.Writer.ApplyAsync(step, None));

        Assert.Contains(moved, refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileAMergeIsHalfDoneIsRefused()
    {
        PlanStep.ApplyFix step = await PlanAsync(CommitOnMain("app.txt", "one\nTWO\nthree\n").Value);
        _there.Clone.Git(["merge", "--no-commit", "--no-ff", "main"]);

        Refusal refusal = await Refusals.ExpectAsync("HF2044", () => _there.Writer.ApplyAsync(step, None));

        Assert.Contains("merge", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithALockLeftOverNamesTheFile()
    {
        PlanStep.ApplyFix step = await PlanAsync(CommitOnMain("b.txt", "b\n").Value);
        string lockFile = Path.Combine(_there.Clone.Path, ".git", "index.lock");
        await File.WriteAllTextAsync(lockFile, "");

        Refusal refusal = await Refusals.ExpectAsync("HF2005", () => _there.Writer.ApplyAsync(step, None));

        Assert.Contains(lockFile, refusal.Why, StringComparison.Ordinal);
    }

    private async Task<PlanStep.ApplyFix> PlanAsync(string fix)
    {
        Fix read = await _there.Reader.ReadFixAsync(fix, _base, "fix: the message", None);
        _there.Clone.Git(["switch", "--quiet", Fix.Value]);
        return new PlanStep.ApplyFix(Fix, _base, read, _there.Clone.Path);
    }

    private CommitSha CommitOnMain(string file, string content)
    {
        _there.Clone.Git(["switch", "--quiet", "main"]);
        return CommitSha.Parse(_there.Clone.CommitFile(file, content, $"change {file}"));
    }

    private string SavePlainPatch()
    {
        CommitOnMain("app.txt", "one\nTWO\nthree\n");
        return Save("plain.patch", _there.Clone.Git(["diff", "main~1", "main"]) + "\n");
    }

    private string Save(string name, string content)
    {
        string path = Path.Combine(Path.GetDirectoryName(_there.Clone.Path)!, name);
        File.WriteAllText(path, content);
        return path;
    }

    private void AssertUntouched()
    {
        Assert.Equal(_base.Value, _there.Clone.Resolve(Fix.RefName));
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain"]));
    }
}
