using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Tests.Refs;

public sealed class CommitShaText
{
    [Theory]
    [InlineData(40)]
    [InlineData(64)]
    public void IsTakenWhenFull(int length)
    {
        CommitSha sha = CommitSha.Parse(new string('a', length));

        Assert.Equal(length, sha.Value.Length);
        Assert.Equal("aaaaaaaa", sha.Short);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HEAD")]
    [InlineData("aaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaag")]
    public void IsRefusedOtherwise(string text)
    {
        var error = Assert.Throws<HotfixException>(() => CommitSha.Parse(text));

        Assert.Equal("HF1001", error.Code);
    }

    [Fact]
    public void OfNoCommitCannotBeRead()
    {
        CommitSha none = default;

        Assert.Throws<InvalidOperationException>(() => none.Value);
    }
}
