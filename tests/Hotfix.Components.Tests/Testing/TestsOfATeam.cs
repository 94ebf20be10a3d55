using Hotfix.Components.Testing;
using Hotfix.Core.Snapshots;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Testing;

public sealed class TestsOfATeam : IDisposable
{
    private const string JUnit = """
        <testsuites tests="9"><testsuite name="a" tests="4"><testcase name="1"/><testcase name="2"><failure message="no"/></testcase>
        <testsuite><testcase name="3"><skipped/></testcase><testcase name="4"><system-out>x</system-out></testcase></testsuite></testsuite></testsuites>
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ThatPassWithoutFilesPassWithoutCounts()
    {
        TestRun run = await RunAsync("exit 0");

        Assert.True(run.IsGreen);
        Assert.False(run.RanNone);
        Assert.Equal("passed, without counts", run.ToString());
    }

    [Fact]
    public async Task ThatEndWithAnotherCodeAreAProblem() => Assert.Contains("exit code 3", (await RunAsync("exit 3")).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task AreCountedFromTheFilesThatTheyLeave()
    {
        await File.WriteAllTextAsync(_folder.Combine("junit.xml"), JUnit);

        TestRun run = await RunAsync("mkdir reports && cp junit.xml reports/a.xml && exit 1", "reports/*.xml");

        Assert.Equal("2 passed, 1 failed, 1 skipped", run.ToString());
        Assert.Null(run.Problem);
    }

    [Fact]
    public async Task AreRedWhenAFileSaysSoAndTheExitCodeDoesNot()
    {
        await File.WriteAllTextAsync(_folder.Combine("junit.xml"), JUnit);

        Assert.False((await RunAsync("cp junit.xml a.xml", "a.xml")).IsGreen);
    }

    [Fact]
    public async Task AreNotCountedFromTheFilesOfAnEarlierRun()
    {
        await File.WriteAllTextAsync(_folder.Combine("junit.xml"), JUnit);
        File.SetLastWriteTimeUtc(_folder.Combine("junit.xml"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Contains("newer than its start", (await RunAsync("exit 0", "junit.xml")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetNoToken()
    {
        Environment.SetEnvironmentVariable("GH_TOKEN", "ghp_secret");
        try
        {
            Assert.True((await RunAsync("test -z \"$GH_TOKEN\"")).IsGreen);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GH_TOKEN", null);
        }
    }

    [Fact]
    public void OnTheTestingPlatformAreCountedFromItsSummary()
    {
        TestRun? run = TestPlatform.Counts([
            "total: 99",
            "Test run summary: Failed!",
            "  error: 1",
            "",
            "  total: 3",
            "  failed: 1",
            "  succeeded: 1",
            "  skipped: 1",
            "  duration: 908ms",
        ]);

        Assert.Equal("1 passed, 1 failed, 1 skipped", run?.ToString());
    }

    [Fact]
    public void OnTheTestingPlatformAreKnownByTheNearestGlobalJson()
    {
        Directory.CreateDirectory(_folder.Combine("inner"));
        File.WriteAllText(_folder.Combine("global.json"), "{ /* mtp */ \"test\": { \"runner\": \"Microsoft.Testing.Platform\" } }");
        Assert.True(TestPlatform.IsChosen(_folder.Combine("inner")));

        File.WriteAllText(_folder.Combine("inner", "global.json"), "{}");
        Assert.False(TestPlatform.IsChosen(_folder.Combine("inner")));
    }

    private async Task<TestRun> RunAsync(string command, params string[] results) =>
        await TestRunner.RunAsync(new TestSettings(_folder.Path) { Command = command, Results = results }, CancellationToken.None);
}
