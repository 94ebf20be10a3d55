using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class SigningCommits : IDisposable
{
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Theory]
    [InlineData("commit")]
    [InlineData("mailbox")]
    [InlineData("patch")]
    public async Task OfAFixWhereARuleAsksForIt(string kind)
    {
        SigningKey.GiveTo(_there.Clone);
        PlanStep.ApplyFix step = await PlanAsync(kind) with { Signing = CommitSigning.Here };

        await _there.Writer.ApplyAsync(step, None);

        Assert.Contains("gpgsig -----BEGIN SSH SIGNATURE-----", _there.Clone.Git(["cat-file", "commit", "HEAD"]), StringComparison.Ordinal);
        Assert.Empty(await UnsignedAsync(step.ExpectedTip));
    }

    [OpenPgpFact]
    public async Task WithAKeyOfOpenPgp()
    {
        using var home = OpenPgpHome.Make(_there.Clone);
        PlanStep.ApplyFix step = await PlanAsync("commit") with { Signing = CommitSigning.Here };

        Assert.True(await _there.Reader.CanSignAsync(None));
        await _there.Writer.ApplyAsync(step, None);

        Assert.Contains("gpgsig -----BEGIN PGP SIGNATURE-----", _there.Clone.Git(["cat-file", "commit", "HEAD"]), StringComparison.Ordinal);
        Assert.Empty(await UnsignedAsync(step.ExpectedTip));
        _there.Clone.Git(["verify-commit", "HEAD"]);
    }

    [Fact]
    public async Task ThatFailsLeavesTheBranchAsItWas()
    {
        SigningKey.GiveTo(_there.Clone);
        PlanStep.ApplyFix step = await PlanAsync("commit") with { Signing = CommitSigning.Here };
        _there.Clone.Git(["config", "user.signingKey", "/nowhere/key"]);

        await Assert.ThrowsAsync<HotfixException>(() => _there.Writer.ApplyAsync(step, None));

        Assert.Equal(step.ExpectedTip.Value, _there.Clone.Head);
        Assert.Empty(_there.Clone.Git(["status", "--porcelain", "--untracked-files=no"]));
    }

    [Fact]
    public async Task IsLeftToGitHubEvenWhereGitIsSetToSignAndCannot()
    {
        PlanStep.ApplyFix step = await PlanAsync("commit") with { Signing = CommitSigning.ByGitHub };
        _there.Clone.Git(["config", "commit.gpgSign", "true"]);
        _there.Clone.Git(["config", "user.signingKey", "/nowhere/key"]);

        await _there.Writer.ApplyAsync(step, None);

        Assert.Single(await UnsignedAsync(step.ExpectedTip));
    }

    [Fact]
    public async Task IsTriedBeforeAnythingDependsOnIt()
    {
        bool before = await _there.Reader.CanSignAsync(None);
        SigningKey.GiveTo(_there.Clone);

        Assert.True(await _there.Reader.CanSignAsync(None));
        Assert.False(before);
    }

    [Fact]
    public async Task CopiesAndRevertsWhereARuleAsksForIt()
    {
        SigningKey.GiveTo(_there.Clone);
        CommitSha before = _there.Head;
        CommitSha change = CommitSha.Parse(_there.Clone.CommitFile("b.txt", "b\n", "change b"));
        PickPreview preview = await new CommitPatches(_there.Git).PreviewAsync([new CommitPick(change)], before, None);
        var reverting = new Reverting(_there.Git) { Signing = CommitSigning.Here };

        CommitSha copied = await new CommitPicking(_there.Git) { Signing = CommitSigning.Here }.ApplyAsync(preview, Branch("forward-port/x"), "unused", None);
        CommitSha reverted = await reverting.CommitAsync(await reverting.PreviewAsync(change, before, change, None), "Revert it", None);

        Assert.Empty(await UnsignedAsync(before, copied));
        Assert.Empty(await UnsignedAsync(change, reverted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task ElsewhereGivesTheVeryObject(string end)
    {
        SigningKey.GiveTo(_there.Clone);
        _there.Clone.Git(["commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "signed elsewhere\n\nwith a body"]);
        (string payload, string signature) = Split(_there.Clone.Git(["cat-file", "commit", "HEAD"]) + "\n");

        CommitSha kept = await new CommitContents(_there.Git).KeepAsync(new MadeCommit(_there.Clone.Head, payload, signature + end), None);

        Assert.Equal(_there.Head, kept);
    }

    [Fact]
    public async Task ElsewhereIsRefusedWhereTheNameIsAnother()
    {
        _there.Clone.CommitFile("c.txt", "c\n", "c");
        string payload = _there.Clone.Git(["cat-file", "commit", "HEAD"]) + "\n";

        var made = new MadeCommit(_there.Clone.Head, payload, "-----BEGIN SSH SIGNATURE-----");
        await Refusals.ExpectAsync("HF4459", () => new CommitContents(_there.Git).KeepAsync(made, None));
    }

    [Fact]
    public async Task TakesACommitApartToTheByte()
    {
        CommitSha onto = _there.Head;
        byte[] bytes = [0xEF, 0xBB, 0xBF, 0, 0xFF, 13, 10, 0x80];
        await File.WriteAllBytesAsync(Path.Combine(_there.Clone.Path, "sign ö.bin"), bytes);
        _there.Clone.Git(["rm", "--quiet", "app.txt"]);
        CommitSha tip = CommitSha.Parse(_there.Clone.Commit("Exchange it"));

        CommitContent commit = Assert.Single(await new CommitContents(_there.Git).ListAsync(onto, tip, None));

        Assert.Equal([("app.txt", null), ("sign ö.bin", "100644")], commit.Changes.Select(change => (change.Path, change.Mode)));
        Assert.Equal(bytes, await new CommitContents(_there.Git).ReadBlobAsync(commit.Changes[1].Sha, None));
        Assert.Equal(("Ada Author <ada@example.com>", "Exchange it"), (commit.Author, commit.Message));
    }

    private static (string Payload, string Signature) Split(string commit)
    {
        string[] lines = commit.Split('\n');
        int start = Array.FindIndex(lines, line => line.StartsWith("gpgsig ", StringComparison.Ordinal));
        int end = Array.FindIndex(lines, start + 1, line => !line.StartsWith(' '));
        string[] signature = [lines[start]["gpgsig ".Length..], .. lines[(start + 1)..end].Select(line => line[1..])];
        return (string.Join('\n', lines[..start].Concat(lines[end..])), string.Join('\n', signature));
    }

    private async Task<IReadOnlyList<CommitSummary>> UnsignedAsync(CommitSha from, CommitSha? to = null) =>
        await _there.Reader.ListUnsignedAsync(await _there.Reader.ListCommitsAsync(from, to ?? _there.Head, 10, None), None);

    private async Task<PlanStep.ApplyFix> PlanAsync(string kind)
    {
        CommitSha onto = _there.Head;
        _there.Clone.Git(["branch", "hotfix/x"]);
        string fix = _there.Clone.CommitFile("b.txt", "b\n", "change b");
        if (kind != "commit")
        {
            string patch = _there.Clone.Git(kind == "mailbox" ? ["format-patch", "--stdout", "-1"] : ["diff", "HEAD~1", "HEAD"]) + "\n";
            fix = Path.Combine(_there.Clone.Path, ".git", "fix.patch");
            await File.WriteAllTextAsync(fix, patch);
        }

        _there.Clone.Git(["switch", "--quiet", "hotfix/x"]);
        return new PlanStep.ApplyFix(Branch("hotfix/x"), onto, await _there.Reader.ReadFixAsync(fix, onto, "fix: the message", None), _there.Clone.Path);
    }
}
