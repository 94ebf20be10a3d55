using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Refs;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests;

public sealed class CreatingATag : IDisposable
{
    private static readonly ReleaseTag Tag = ReleaseTag.TryParse("v1.4.3")!;
    private readonly RemoteAndClone _there = new();

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task MakesAnAnnotatedOneAtTheRemoteAndNoneHere()
    {
        await _there.Writer.ApplyAsync(new PlanStep.CreateTag(Tag, _there.Head, "Release 1.4.3\n\nHotfix-Lane: standard"), None);

        Assert.Equal(
            $"""
            object {_there.Head}
            type commit
            tag v1.4.3
            tagger Ada Author <ada@example.com> 1768122000 +0000

            Release 1.4.3

            Hotfix-Lane: standard
            """,
            _there.Remote.Git(["cat-file", "tag", "v1.4.3"])
        );
        Assert.Equal("v1.4.2", _there.Clone.Git(["tag", "--list"]));
    }

    [Theory]
    [InlineData(true, "false")]
    [InlineData(false, "true")]
    public async Task SignsItWhereTheUserOrGitsSettingsAskForIt(bool isAskedFor, string setting)
    {
        UseAKey();
        _there.Clone.Git(["config", "tag.gpgSign", setting]);

        await _there.Writer.ApplyAsync(new PlanStep.CreateTag(Tag, _there.Head, "Release 1.4.3\n\n# kept") { IsSigned = isAskedFor }, None);

        string tag = _there.Remote.Git(["cat-file", "tag", "v1.4.3"]);
        Assert.Contains("Release 1.4.3\n\n# kept\n-----BEGIN SSH SIGNATURE-----", tag, StringComparison.Ordinal);
        Assert.Equal("v1.4.2", _there.Clone.Git(["tag", "--list"]));
    }

    [Fact]
    public async Task ThatCannotBeSignedIsNotPushed()
    {
        _there.Clone.Git(["config", "gpg.format", "ssh"]);
        _there.Clone.Git(["config", "user.signingKey", "/nowhere/key"]);

        await Refusals.ExpectAsync("HF4453", () =>
            _there.Writer.ApplyAsync(new PlanStep.CreateTag(Tag, _there.Head, "Release 1.4.3") { IsSigned = true }, None)
        );

        Assert.Equal("v1.4.2", _there.Clone.Git(["tag", "--list"]));
        Assert.DoesNotContain("v1.4.3", _there.Remote.Git(["tag", "--list"]), StringComparison.Ordinal);
    }

    private void UseAKey() => SigningKey.GiveTo(_there.Clone);

    [Fact]
    public async Task FindsTheOneThatAnEarlierRunMade()
    {
        var step = new PlanStep.CreateTag(Tag, _there.Head, "Release 1.4.3");
        await _there.Writer.ApplyAsync(step, None);
        _there.Clock.Advance(TimeSpan.FromHours(1));

        Outcome outcome = await _there.Writer.ApplyAsync(step, None);

        Assert.True(outcome.WasFound);
    }

    [Fact]
    public async Task RefusesWhenItNamesAnotherCommit()
    {
        CommitSha other = _there.Head;
        _there.Clone.Git(["push", "--quiet", "origin", $"HEAD:{Tag.RefName}"]);
        CommitSha released = CommitSha.Parse(_there.Clone.CommitFile("fix.txt", "fix\n", "fix"));

        Refusal refusal = await Refusals.ExpectAsync("HF2050", () => _there.Writer.ApplyAsync(new PlanStep.CreateTag(Tag, released, "Release 1.4.3"), None));

        Assert.Contains(other.Value, refusal.Why, StringComparison.Ordinal);
        Assert.Equal(other.Value, _there.Remote.Resolve(Tag.RefName));
    }

    [Fact]
    public async Task WithoutAnIdentityIsTaggedByNobodyInParticular()
    {
        var environment = new Dictionary<string, string?>(_there.Clone.Environment)
        {
            ["GIT_COMMITTER_NAME"] = null,
            ["GIT_COMMITTER_EMAIL"] = null,
            ["EMAIL"] = null,
        };
        _there.Clone.Git(["config", "user.useConfigOnly", "true"]);
        var writer = new GitWriter(new GitCommandLine(_there.Clone.Path, environment: environment), remote: null, _there.Clock);

        await writer.ApplyAsync(new PlanStep.CreateTag(Tag, _there.Head, "Release 1.4.3"), None);

        Assert.Contains("tagger hotfix <noreply@github.com> ", _there.Remote.Git(["cat-file", "tag", "v1.4.3"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TellsWhatAHookOfTheRemoteSaid()
    {
        _there.InstallRemoteHook("update", "echo 'tags are protected' >&2; exit 1");

        Refusal refusal = await Refusals.ExpectAsync("HF2041", () => _there.Writer.ApplyAsync(new PlanStep.CreateTag(Tag, _there.Head, "Release 1.4.3"), None));

        Assert.Contains("tags are protected", refusal.Why, StringComparison.Ordinal);
    }
}
