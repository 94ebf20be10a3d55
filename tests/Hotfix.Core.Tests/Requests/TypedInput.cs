using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Tests.Requests;

public sealed class TypedInput
{
    [Theory]
    [InlineData("15s", 15)]
    [InlineData("15", 15)]
    [InlineData("1.5m", 90)]
    [InlineData(" 4h ", 14400)]
    [InlineData("1d", 86400)]
    [InlineData("0", 0)]
    public void BecomesDuration(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RequestParser.Duration("--deadline", text, TimeSpan.Zero, TimeSpan.FromDays(1)));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("soon")]
    [InlineData("-1s")]
    [InlineData("10ms")]
    [InlineData("1,5m")]
    [InlineData("1e3")]
    [InlineData("25h")]
    [InlineData("999999999999999999h")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public void IsNoDuration(string text) => Refused("HF1012", () => RequestParser.Duration("--deadline", text, TimeSpan.Zero, TimeSpan.FromDays(1)));

    [Fact]
    public void IsToldTheLimitsOfDuration()
    {
        var error = Assert.Throws<HotfixException>(() => RequestParser.Duration("--poll-interval", "1h", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)));

        Assert.Equal("It takes a duration from 1s to 5m.", error.Refusal.Why);
    }

    [Fact]
    public void BecomesLogin()
    {
        Assert.Equal("ada-l", RequestParser.Login("--forward-port-owner", " @ada-l "));
        Assert.Null(RequestParser.Login("--forward-port-owner", null));
        Refused("HF1040", () => RequestParser.Login("--forward-port-owner", "@"));
        Refused("HF1040", () => RequestParser.Login("--forward-port-owner", "acme/team"));
    }

    [Fact]
    public void BecomesCountWithinItsLimits()
    {
        Assert.Equal(7, RequestParser.Count("--max-files", 7, 7));
        Refused("HF1006", () => RequestParser.Count("--max-files", 8, 7));
        Refused("HF1006", () => RequestParser.Count("--max-files", -1, 7));
    }

    [Theory]
    [InlineData("1.4.3")]
    [InlineData("v1.4.3")]
    public void BecomesVersion(string text) => Assert.Equal("1.4.3", RequestParser.Version(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1.4")]
    [InlineData("1.4.3-hotfix.1")]
    [InlineData("next")]
    public void IsNoVersion(string text) => Refused("HF1007", () => RequestParser.Version(text));

    [Theory]
    [InlineData("merge", MergeMethod.Merge)]
    [InlineData("Squash", MergeMethod.Squash)]
    [InlineData("REBASE", MergeMethod.Rebase)]
    internal void BecomesMergeMethod(string text, MergeMethod method) => Assert.Equal(method, RequestParser.MergeMethodOrNull(text));

    [Theory]
    [InlineData("")]
    [InlineData("fast-forward")]
    [InlineData("1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("merge,squash")]
    public void IsNoMergeMethod(string text) => Refused("HF1008", () => RequestParser.MergeMethodOrNull(text));

    [Theory]
    [InlineData("17", "#17")]
    [InlineData(" #17 ", "#17")]
    [InlineData("https://example.com/incidents/17?tab=a#b", "https://example.com/incidents/17?tab=a#b")]
    public void BecomesIncident(string text, string incident) => Assert.Equal(incident, RequestParser.Incident(text));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("INC-17")]
    [InlineData("ftp://example.com/17")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com/<b>@acme/all</b>")]
    [InlineData("https://example.com/`x`")]
    [InlineData("https://ada:secret@example.com/17")]
    [InlineData("1234567890")]
    public void IsNoIncident(string text) => Refused("HF1009", () => RequestParser.Incident(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void IsNoDescription(string text) => Refused("HF1010", () => RequestParser.Description(text));

    [Fact]
    public void IsTakenUpToItsLongest()
    {
        Assert.Equal(10_000, RequestParser.Description(new string('x', 10_000))!.Length);
        Refused("HF1010", () => RequestParser.Description(new string('x', 10_001)));
        Refused("HF1010", () => RequestParser.Reason("--over-budget", new string('x', 2_001)));
        Assert.Equal("because", RequestParser.Reason("--over-budget", " because\n"));
    }

    [Fact]
    public void MayBeLeftOut()
    {
        Assert.Null(RequestParser.Description(null));
        Assert.Null(RequestParser.Reason("--over-budget", null));
        Assert.Null(RequestParser.Version(null));
        Assert.Null(RequestParser.MergeMethodOrNull(null));
        Assert.Null(RequestParser.Incident(null));
    }

    [Fact]
    public void IsNoBranchName() => Refused("HF1002", () => BranchName.Parse("a..b"));

    private static void Refused(string code, Func<object?> parse)
    {
        var error = Assert.Throws<HotfixException>(() => _ = parse());

        Assert.Equal(code, error.Code);
        Assert.Contains("nothing was changed", error.Refusal.What, StringComparison.Ordinal);
        Assert.Equal(3, error.Message.Split('\n').Length);
    }
}
