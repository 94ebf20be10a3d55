using Hotfix.Core.Errors;
using Hotfix.Core.Requests;
using Hotfix.Core.Text;

namespace Hotfix.Core.Tests.Requests;

public sealed class SlugWithATicket
{
    [Theory]
    [InlineData("SHOP-123 null ref in checkout", null, "hotfix/SHOP-123-null-ref-in-checkout")]
    [InlineData("[SHOP-123] Null ref", null, "hotfix/SHOP-123-null-ref")]
    [InlineData("SHOP-123-null-ref", null, "hotfix/SHOP-123-null-ref")]
    [InlineData("null ref since UTF-8", null, "hotfix/null-ref-since-utf-8")]
    [InlineData("SHOP-123a null ref", null, "hotfix/shop-123a-null-ref")]
    [InlineData("null ref", "SHOP-123", "hotfix/SHOP-123-null-ref")]
    [InlineData("null ref of shop-123", "SHOP-123", "hotfix/null-ref-of-SHOP-123")]
    [InlineData(null, "Ab-1", "hotfix/Ab-1")]
    [InlineData("null ref", "4711", "hotfix/4711-null-ref")]
    public void KeepsItsLetters(string? description, string? ticket, string branch)
    {
        string? key = RequestParser.Ticket(ticket);

        Assert.Equal(branch, Slug.ToBranch(RequestParser.WithTicket(key, description)!, key).Value);
    }

    [Theory]
    [InlineData("hotfix/SHOP-123-null-ref", "SHOP-123 null ref")]
    [InlineData("team/bugfix/null-ref", "null ref")]
    public void GivesItBackInWords(string branch, string words) => Assert.Equal(words, Slug.ToWords(Core.Refs.BranchName.Parse(branch)));

    [Fact]
    public void StandsBehindTheTeamsPrefix() =>
        Assert.Equal(
            "bugfix/SHOP-123-null-ref",
            Slug.ToBranch("SHOP-123 null ref", ticket: null, Core.Conventions.BranchPrefix.Parse("--hotfix-prefix", "bugfix/")).Value
        );

    [Theory]
    [InlineData("hotfix")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a b/")]
    public void StandsBehindNoOtherPrefix(string text) =>
        Assert.Equal("HF1085", Assert.Throws<HotfixException>(() => Core.Conventions.BranchPrefix.Parse("--hotfix-prefix", text)).Refusal.Code);

    [Theory]
    [InlineData("")]
    [InlineData("SHOP 1")]
    [InlineData("-1")]
    [InlineData("a/b")]
    public void OfSomethingElseIsRefused(string text) => Assert.Equal("HF1082", Assert.Throws<HotfixException>(() => RequestParser.Ticket(text)).Refusal.Code);
}
