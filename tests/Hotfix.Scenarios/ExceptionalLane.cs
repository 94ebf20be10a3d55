using System.Diagnostics;
using System.Text.Json.Nodes;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios;

/// <summary>Production is broken, and so is main: the fix goes out on a support line, past main and past no rule.</summary>
public sealed class ExceptionalLane : IAsyncLifetime
{
    private HotfixLab _lab = null!;

    public async Task InitializeAsync()
    {
        _lab = await HotfixLab.StartAsync();
        _lab.MoveMain("src/basket.txt", "half of a feature");
        await _lab.ReportAsync(_lab.MainTip(), "failure");
    }

    public async Task DisposeAsync() => await _lab.DisposeAsync();

    [Fact]
    public async Task IsNeverSlidInto()
    {
        string refs = _lab.RemoteRefs();

        RunResult refused = await _lab.HotfixAsync();

        refused.ShouldExitWith(255);
        Assert.Contains("HF4110", refused.Output, StringComparison.Ordinal);
        Assert.Contains("required check 'build' ended with failure", refused.Output, StringComparison.Ordinal);
        Assert.Contains("./build.sh Hotfix --description \"null ref in checkout\" --lane exceptional", refused.Output, StringComparison.Ordinal);
        Assert.Equal(refs, _lab.RemoteRefs());
        Assert.Equal("main", _lab.Clone.Git(["branch", "--show-current"]));
    }

    [Fact]
    public async Task IsShownByStatusBeforeAnybodyNeedsIt()
    {
        RunResult status = await _lab.RunAsync("Status");

        status.ShouldExitWith(0);
        Assert.Contains("exceptional lane: main cannot be released as it is", status.Output, StringComparison.Ordinal);
        Assert.Contains("that production runs v1.4.2 is an assumption", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartsNowhereButAtWhatProductionRuns()
    {
        string refs = _lab.RemoteRefs();

        RunResult assumed = await _lab.HotfixAsync("--lane", "exceptional");
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        RunResult elsewhere = await _lab.HotfixAsync("--lane", "exceptional", "--base", _lab.MainTip());

        assumed.ShouldExitWith(255);
        Assert.Contains("HF4102", assumed.Output, StringComparison.Ordinal);
        elsewhere.ShouldExitWith(255);
        Assert.Contains("HF4104", elsewhere.Output, StringComparison.Ordinal);
        Assert.Contains($"> {_lab.MainTip()[..8]} Change src/basket.txt", elsewhere.Output, StringComparison.Ordinal);
        Assert.Equal(refs, _lab.RemoteRefs());
    }

    [Fact]
    public async Task TakesAFixFromProductionToItsNextPatch()
    {
        string deployed = _lab.ServerRepository.Resolve("v1.4.2^{commit}");
        string main = _lab.MainTip();
        await _lab.DeployedAsync(deployed);
        RunResult begun = await _lab.HotfixAsync("--lane", "exceptional");
        begun.ShouldExitWith(75);
        Assert.EndsWith("then run ./build.sh Hotfix --description \"null ref in checkout\" --lane exceptional", begun.LastLine, StringComparison.Ordinal);
        Assert.Equal(deployed, _lab.ServerRepository.Resolve("support/1.4"));
        string fix = _lab.CommitFix();
        Assert.Equal(deployed, _lab.Clone.Resolve("HEAD^"));

        RunResult opened = await _lab.HotfixAsync("--lane", "exceptional", "--deadline", "0s");

        opened.ShouldExitWith(75);
        Assert.Contains("0 of 1 approvals", opened.Output, StringComparison.Ordinal);
        JsonNode pull = await _lab.PullRequestAsync(1);
        Assert.Equal("support/1.4", pull["base"]!["ref"]!.GetValue<string>());
        Assert.Contains("required check 'build' ended with failure", pull["body"]!.GetValue<string>(), StringComparison.Ordinal);
        await _lab.LetThroughAsync(fix);
        RunResult released = await _lab.HotfixAsync();
        released.ShouldExitWith(75);
        Assert.Contains("no deployment of v1.4.3", released.LastLine, StringComparison.Ordinal);
        JsonNode release = Assert.Single(await _lab.ListAsync("releases"))!;
        Assert.Equal("v1.4.3", release["tag_name"]!.GetValue<string>());
        Assert.Equal(_lab.ServerRepository.Resolve("support/1.4"), _lab.ServerRepository.Resolve("v1.4.3^{commit}"));
        Assert.Contains("Hotfix-Lane: exceptional", _lab.ServerRepository.Git(["cat-file", "-p", "v1.4.3"]), StringComparison.Ordinal);
        Assert.Equal(main, _lab.MainTip());
        JsonNode debt = Assert.Single(await _lab.ListAsync("issues?labels=forward-port"), issue => issue!["pull_request"] is null)!;
        Assert.Equal("Carry the fix of v1.4.3 over to main", debt["title"]!.GetValue<string>());
        int writes = _lab.Writes();
        RunResult again = await _lab.HotfixAsync();
        again.ShouldExitWith(75);
        Assert.Equal(writes, _lab.Writes());
    }

    // A team that pins images by exact name: the next hotfix is made of the same release, and the next release comes after both.
    [Fact]
    public async Task IsNamedByItsCommitWhereTheTeamWantsThatAndStillIsALineOfReleases()
    {
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        string[] suffix = ["--lane", "exceptional", "--version-scheme", "suffix"];
        (await _lab.HotfixAsync(suffix)).ShouldExitWith(75);
        string fix = _lab.CommitFix();
        (await _lab.HotfixAsync([.. suffix, "--deadline", "0s"])).ShouldExitWith(75);
        await _lab.LetThroughAsync(fix);

        RunResult released = await _lab.HotfixAsync(suffix);

        string merge = _lab.ServerRepository.Resolve("support/1.4");
        string tag = $"v1.4.2-hotfix{merge[..8]}";
        Assert.Contains($"no deployment of {tag}", released.ShouldExitWith(75).LastLine, StringComparison.Ordinal);
        JsonNode release = Assert.Single(await _lab.ListAsync("releases"))!;
        Assert.Equal((tag, false), (release["tag_name"]!.GetValue<string>(), release["prerelease"]!.GetValue<bool>()));
        Assert.Equal(merge, _lab.ServerRepository.Resolve($"{tag}^{{commit}}"));
        Assert.Contains("Hotfix-Lane: exceptional", _lab.ServerRepository.Git(["cat-file", "-p", tag]), StringComparison.Ordinal);
        JsonNode debt = Assert.Single(await _lab.ListAsync("issues?labels=forward-port"), issue => issue!["pull_request"] is null)!;
        Assert.Equal($"Carry the fix of {tag} over to main", debt["title"]!.GetValue<string>());

        await _lab.DeployedAsync(merge);
        RunResult deployed = await _lab.RunAsync("AwaitDeploy", "--tag", tag);
        RunResult next = await _lab.RunAsync(["CreateHotfixBranch", "--description", "rounding", "--worktree", "../rounding", "--dry-run", .. suffix]);
        RunResult doctor = await _lab.RunAsync("Doctor", "--version-scheme", "suffix");

        Assert.Contains($"found: production runs {tag}", deployed.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains($"hotfix/rounding at {merge[..8]}", next.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("v1.4.2-hotfix<commit> on support/1.4", doctor.Output, StringComparison.Ordinal);
    }

    // Checked out in the clone, its branch would take away the build that has to go on.
    [Fact]
    public async Task GetsAWorkTreeBesideTheCloneWhereProductionIsOlderThanTheBuild()
    {
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        _lab.MoveMain("build/_build.csproj", "<Project />");
        using TempRepository clone = _lab.CloneTo("adopted");
        string program = Directory.CreateDirectory(Path.Combine(clone.Path, "build", "bin")).FullName;
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(BuildProgram.Path)!))
            File.Copy(file, Path.Combine(program, Path.GetFileName(file)));

        async Task<RunResult> RunAsync(params string[] arguments)
        {
            ProcessStartInfo command = _lab.Command(arguments, clone);
            command.ArgumentList[0] = Path.Combine(program, Path.GetFileName(BuildProgram.Path));
            using TargetRun run = _lab.Start(command);
            return await run.EndAsync();
        }

        RunResult doctor = await RunAsync("Doctor");
        RunResult begun = await RunAsync("CreateHotfixBranch", "--description", HotfixLab.Description, "--lane", "exceptional");
        RunResult again = await RunAsync("CreateHotfixBranch", "--description", HotfixLab.Description, "--lane", "exceptional");

        Assert.Matches("HF4262.*production's commit does not have the build: build/ is younger", doctor.Output);
        begun.ShouldExitWith(0);
        Assert.Equal("main", clone.Git(["branch", "--show-current"]));
        Assert.True(File.Exists(Path.Combine(clone.Path, "build", "_build.csproj")));
        Assert.Equal("hotfix/null-ref-in-checkout", TempRepository.At($"{clone.Path}-null-ref-in-checkout").Git(["branch", "--show-current"]));
        again.ShouldExitWith(0);
    }

    // The grace began anew with each look and each run, so that it never ended.
    [Fact]
    public async Task IsReleasedByItsTestedContentWhereNoCheckRunsOnTheSupportBranch()
    {
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        (await _lab.HotfixAsync("--lane", "exceptional")).ShouldExitWith(75);
        string fix = _lab.CommitFix();
        (await _lab.HotfixAsync("--lane", "exceptional", "--deadline", "0s")).ShouldExitWith(75);
        await _lab.LetThroughAsync(fix);

        RunResult released = await _lab.RunAsync(
            "Release",
            "--description",
            HotfixLab.Description,
            "--poll-interval",
            "1s",
            "--check-grace",
            "4s",
            "--deadline",
            "1m"
        );

        released.ShouldExitWith(0);
        Assert.Contains("no required check has reported", released.Output, StringComparison.Ordinal);
        Assert.Contains($"its content is that of {fix[..8]}, where they passed", released.Output, StringComparison.Ordinal);
        Assert.Single(await _lab.ListAsync("releases"));
    }

    [Fact]
    public async Task IsAskedForOnceMoreWhereNothingTellsTheLanesApart()
    {
        await _lab.DeployedAsync(_lab.ServerRepository.Resolve("v1.4.2^{commit}"));
        await _lab.HotfixAsync("--lane", "exceptional");
        _lab.CommitFix();

        RunResult unclear = await _lab.HotfixAsync();

        unclear.ShouldExitWith(255);
        Assert.Contains("HF4112", unclear.Output, StringComparison.Ordinal);
        Assert.Empty(await _lab.ListAsync("pulls?state=all"));
    }
}
