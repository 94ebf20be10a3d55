using System.Text;
using Hotfix.Core.Telling;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Telling;

public sealed class LogOfAThread
{
    private static readonly ThreadEntry Wait = new(Some.Day(1), ThreadEntryKind.Wait, "0 of 1 approvals") { Who = "ada" };

    [Fact]
    public void IsReadAgainFromTheTextItWasPutInto()
    {
        ThreadLog log = ThreadLog
            .Empty.With(
                new ThreadEntry(Some.Day(1), ThreadEntryKind.Override, "over the size budget") { Who = "ada", Reason = "בעיה --> <!-- hotfix:log W10= -->" }
            )
            .With(Wait)
            .With(new ThreadEntry(Some.Day(2), ThreadEntryKind.Failure, "HF4016: 1 of 7 tests failed"));

        ThreadLog read = ThreadLog.Read($"words\n{log.Text}\nwords");

        Assert.Equal(3, read.Entries.Count);
        Assert.Equal(log.Entries, read.Entries);
        Assert.Equal("over the size budget", read.Entries[0].What);
    }

    [Fact]
    public void RemembersAReasonOnceAndAWaitAnewAfterSomethingElse()
    {
        var reason = new ThreadEntry(Some.Day(1), ThreadEntryKind.Override, "over the size budget") { Reason = "generated file" };
        ThreadEntry failure = Wait with { Kind = ThreadEntryKind.Failure, What = "check 'build' failed" };

        ThreadLog log = new[] { reason, Wait, Wait with { At = Some.Day(2) }, failure, Wait, reason with { At = Some.Day(3) } }.Aggregate(
            ThreadLog.Empty,
            (all, it) => all.With(it)
        );

        Assert.Equal([ThreadEntryKind.Override, ThreadEntryKind.Wait, ThreadEntryKind.Failure, ThreadEntryKind.Wait], log.Entries.Select(it => it.Kind));
    }

    [Fact]
    public void ForgetsTheOldestWaitsBeforeItGrowsTooLong()
    {
        ThreadLog log = Enumerable
            .Range(0, 500)
            .Aggregate(ThreadLog.Empty.With(Wait with { Kind = ThreadEntryKind.Override, Reason = new string('r', 2_000) }), (all, number) =>
                all.With(Wait with { What = $"wait {number} {new string('w', 400)}" })
            );

        ThreadLog read = ThreadLog.Read(log.Text);

        Assert.InRange(log.Text.Length, 10_000, 20_000);
        Assert.Equal(ThreadEntryKind.Override, read.Entries[0].Kind);
        Assert.StartsWith("wait 499 ", read.Entries[^1].What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!-- hotfix:log -->")]
    [InlineData("<!-- hotfix:log abc -->")]
    [InlineData("<!-- hotfix:log e30= -->")]
    public void IsEmptyWhereTheMarkIsMissingOrWasTamperedWith(string text) => Assert.Empty(ThreadLog.Read(text).Entries);

    [Theory]
    [InlineData("[1]")]
    [InlineData("[[1]]")]
    [InlineData("""[["now","Wait","x",null,null]]""")]
    [InlineData("""[[1,"Dream","x",null,null]]""")]
    [InlineData("""[[99999999999999999,"Wait","x",null,null]]""")]
    [InlineData("""[[1,"Wait",{},null,null]]""")]
    public void IsEmptyWhereTheMarkHoldsSomethingElse(string json) =>
        Assert.Empty(ThreadLog.Read($"<!-- hotfix:log {Convert.ToBase64String(Encoding.UTF8.GetBytes(json))} -->").Entries);
}
