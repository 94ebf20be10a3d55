using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Versions;
using Hotfix.Git.Versions;
using Hotfix.Testing;
using static Hotfix.Git.Tests.RemoteAndClone;

namespace Hotfix.Git.Tests.Versions;

public sealed class AskingForAVersion : IDisposable
{
    private readonly RemoteAndClone _there = new();

    static AskingForAVersion() => AheadOfTime.PutGitVersionBeside(AppContext.BaseDirectory);

    public void Dispose() => _there.Dispose();

    [Fact]
    public async Task LooksAtNoMoreThanAWindow()
    {
        _there.Clone.Commit("fix", TempRepository.Day(1));
        _there.Clone.Commit("fix", TempRepository.Day(2));

        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal(new SemanticVersion(1, 4, 3), version.MajorMinorPatch);
        Assert.Equal("1.4.3-2", version.SemVer);
        Assert.Equal("GitVersion 6.8.2, window of 3 commits", version.Source);
        Assert.Equal("", _there.Clone.Git(["status", "--porcelain"]));
    }

    [Fact]
    public async Task ASecondTimeRemembersUntilATagAppears()
    {
        _there.Clone.Commit("fix", TempRepository.Day(1));
        await CalculateAsync(_there.Git);

        CalculatedVersion again = await CalculateAsync(_there.Git);
        _there.Clone.Git(["tag", "v2.0.0"]);
        _there.Clone.Git(["push", "--quiet", "origin", "v2.0.0"]);
        CalculatedVersion tagged = await CalculateAsync(_there.Git);

        Assert.Equal("GitVersion 6.8.2, window of 2 commits, remembered", again.Source);
        Assert.Equal("2.0.0", tagged.SemVer);
    }

    [Fact]
    public async Task WithABrokenMemoryCalculatesAnew()
    {
        _there.Clone.Commit("fix", TempRepository.Day(1));
        await CalculateAsync(_there.Git);
        string folder = Path.Combine(_there.Clone.Path, ".git", "hotfix", "gitversion");
        foreach (string file in Directory.GetFiles(folder))
            await File.WriteAllTextAsync(file, "{\"SemVer\":");

        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal("GitVersion 6.8.2, window of 2 commits", version.Source);
    }

    [Fact]
    public async Task FollowsTheCommitsOwnConfiguration()
    {
        _there.Clone.CommitFile("GitVersion.yml", "next-version: 3.0.0 # soon\nbranches:\n  main:\n    increment: Minor\n", "configure", TempRepository.Day(1));
        _there.Clone.Write("GitVersion.yml", "next-version: 9.0.0\n");

        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal(new SemanticVersion(3, 0, 0), version.MajorMinorPatch);
        Assert.Contains("window", version.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gitversion.yml")]
    [InlineData(".GITVERSION.YAML")]
    public async Task FollowsTheConfigurationInAnySpelling(string file)
    {
        _there.Clone.CommitFile(file, "next-version: 3.0.0\n", "configure", TempRepository.Day(1));

        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal(new SemanticVersion(3, 0, 0), version.MajorMinorPatch);
    }

    [Theory]
    [InlineData("trunk")]
    [InlineData("production")]
    [InlineData("stable")]
    [InlineData("release/current")]
    [InlineData("dev")]
    [InlineData("master")]
    public async Task OfABaseOfAnyNameIsThatOfMain(string branch)
    {
        _there.Clone.Commit("fix", TempRepository.Day(1));

        CalculatedVersion version = await CalculateAsync(_there.Git, branch);

        Assert.Equal(new SemanticVersion(1, 4, 3), version.MajorMinorPatch);
    }

    [Theory]
    [InlineData("branches:\n  main:\n    regex: ^trunk$\n    increment: Minor\n")]
    [InlineData("branches:\n  trunk:\n    regex: '^trunk$'\n    increment: Minor\n    label: ''\n    source-branches: []\n    is-main-branch: true\n")]
    public async Task OfABaseThatTheConfigurationKnowsIsItsOwn(string configuration)
    {
        _there.Clone.CommitFile("GitVersion.yml", configuration, "configure", TempRepository.Day(1));

        CalculatedVersion version = await CalculateAsync(_there.Git, "trunk");

        Assert.Equal(new SemanticVersion(1, 5, 0), version.MajorMinorPatch);
    }

    [Theory]
    [InlineData("api/v1.2.3 web/v4.0.0", "tag-prefix: 'api/v'", "api/v", "1.2.4")]
    [InlineData("shop@7.0.0", "next-version: 0.1.0", "v", "1.4.3")]
    [InlineData("api-v1.2.3", "tag-prefix: api-v # ours", "api-v", "1.2.4")]
    [InlineData("api/v1.2.3 web/v4.0.0", "\uFEFFtag-prefix: 'api/v'\r", "api/v", "1.2.4")]
    public async Task IsThatOfTheProductsTags(string tags, string configuration, string prefix, string next)
    {
        foreach (string tag in tags.Split(' '))
            _there.Clone.Git(["tag", tag]);

        _there.Clone.CommitFile("GitVersion.yml", configuration + "\n", "configure", TempRepository.Day(1));
        _there.Clone.Git(["push", "--quiet", "--tags", "origin", "main"]);

        RemoteRefs remote = await _there.LookAsync();
        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Null(remote.TagRefusal);
        Assert.Equal(prefix, remote.TagPrefix);
        Assert.Equal(next, version.MajorMinorPatch.ToString());
    }

    [Fact]
    public async Task UnderAConfigurationThatTracksReleaseBranchesIsGitVersionsOwn()
    {
        _there.Clone.CommitFile(
            "GitVersion.yml",
            "branches:\n  main:\n    tracks-release-branches: true\n    increment: Minor\n",
            "configure",
            TempRepository.Day(1)
        );
        _there.Clone.Git(["branch", "release/2.0.0"]);
        _there.Clone.Commit("feature", TempRepository.Day(2));
        _there.Clone.Git(["push", "--quiet", "origin", "main", "release/2.0.0"]);
        GitVersionProgram program = GitVersionProgram.Locate();
        var call = new GitCall([program.Dll, _there.Clone.Path, "/output", "json", "/nofetch", "/nocache"])
        {
            Environment = VersionEnvironment.Changes(),
            Timeout = TimeSpan.FromMinutes(2),
        };

        GitVersionVariables expected = GitVersionOutput.Parse((await _there.Git.RunProcessAsync(program.Host, call, None)).Output)!;
        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal((expected.MajorMinorPatch, expected.SemVer), (version.MajorMinorPatch, version.SemVer));
    }

    [Theory]
    [InlineData("mode: [unclosed\n", "did not find expected")]
    [InlineData("mode: Mainline\n", "Invalid enum scalar 'Mainline'")]
    public async Task UnderAConfigurationThatCannotBeReadSaysWhatGitVersionSays(string configuration, string words)
    {
        _there.Clone.CommitFile("GitVersion.yml", configuration, "configure", TempRepository.Day(1));

        HotfixException error = await Assert.ThrowsAsync<HotfixException>(() => CalculateAsync(_there.Git));

        Assert.Equal("HF2202", error.Code);
        Assert.Contains(words, error.Refusal.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(" at GitVersion.", error.Refusal.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotDisturbedByATagOfATree()
    {
        _there.Clone.Git(["tag", "v9.9.9", "HEAD^{tree}"]);
        _there.Clone.Commit("fix", TempRepository.Day(1));
        _there.Clone.Git(["push", "--quiet", "--tags", "origin", "main"]);

        RemoteRefs remote = await _there.LookAsync();
        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal("v1.4.2", Assert.Single(remote.Tags).Name);
        Assert.Equal(new SemanticVersion(1, 4, 3), version.MajorMinorPatch);
    }

    [Fact]
    public async Task UnderAConfigurationThatLooksFurtherBackSeesEverything()
    {
        _there.Clone.CommitFile("GitVersion.yml", "tag-prefix: '[vV]?'\nignore:\n  sha: []\n", "configure", TempRepository.Day(1));

        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal("GitVersion 6.8.2, whole history", version.Source);
        Assert.Equal(new SemanticVersion(1, 4, 3), version.MajorMinorPatch);
    }

    [Fact]
    public async Task OnACiMachineDoesNotAnswerForTheMachinesBranch()
    {
        _there.Clone.Commit("fix", TempRepository.Day(1));
        var environment = new Dictionary<string, string?>(_there.Clone.Environment);
        string? before = Environment.GetEnvironmentVariable("GITHUB_REF");
        Environment.SetEnvironmentVariable("GITHUB_ACTIONS", "true");
        Environment.SetEnvironmentVariable("GITHUB_REF", "refs/heads/feature/9.9.9");
        CalculatedVersion version;
        try
        {
            version = await CalculateAsync(new GitCommandLine(_there.Clone.Path, environment: environment));
        }
        finally
        {
            Environment.SetEnvironmentVariable("GITHUB_ACTIONS", null);
            Environment.SetEnvironmentVariable("GITHUB_REF", before);
        }

        Assert.Equal("1.4.3-1", version.SemVer);
    }

    [Fact]
    public async Task WhereAnOldMergeNamesAHigherVersionSeesEverything()
    {
        _there.Clone.Commit("Merge branch 'hotfix/2.0.0-crash' into main", TempRepository.Day(1));
        _there.Clone.Git(["tag", "v1.4.3"]);
        _there.Clone.Commit("fix", TempRepository.Day(2));
        _there.Clone.Git(["push", "--quiet", "origin", "v1.4.3"]);

        CalculatedVersion version = await CalculateAsync(_there.Git);

        Assert.Equal("GitVersion 6.8.2, whole history", version.Source);
    }

    [Fact]
    public async Task InAShallowCloneWithoutAReleaseIsRefused()
    {
        _there.Clone.Commit("fix", TempRepository.Day(1));
        _there.Clone.Git(["push", "--quiet", "origin", "main"]);
        TempRepository shallow = _there.Own(_there.Remote.Clone("--depth=1"));
        GitCommandLine git = At(shallow);

        await Refusals.ExpectAsync("HF2203", () =>
            new GitVersionSource(git).CalculateAsync(
                CommitSha.Parse(shallow.Head),
                Branch("main"),
                new RemoteRefs("origin", "", null, new Dictionary<BranchName, CommitSha>(), []),
                None
            )
        );
    }

    private async Task<CalculatedVersion> CalculateAsync(GitCommandLine git, string branch = "main")
    {
        RemoteRefs refs = await _there.LookAsync();
        return await new GitVersionSource(git).CalculateAsync(_there.Head, Branch(branch), refs, None);
    }
}
