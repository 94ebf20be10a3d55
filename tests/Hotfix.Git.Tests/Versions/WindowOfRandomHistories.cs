using System.Collections.Concurrent;
using System.Globalization;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Git.Versions;
using Hotfix.Testing;
using Xunit.Abstractions;

namespace Hotfix.Git.Tests.Versions;

/// <summary>
/// Every field that GitVersion gives, on the window and on everything. Set HOTFIX_HISTORIES to a number, and HOTFIX_FIRST_SEED to another, to try more than
/// the ten histories of every run.
/// </summary>
public sealed class WindowOfRandomHistories(ITestOutputHelper output)
{
    private static int Count => Number("HOTFIX_HISTORIES", 10);

    private static int FirstSeed => Number("HOTFIX_FIRST_SEED", 1);

    // Configurations under which a window is taken; the others see everything anyway.
    private static readonly string?[] Configurations =
    [
        null,
        null,
        "branches:\n  main:\n    increment: Minor\n",
        "workflow: GitFlow/v1\n",
        "next-version: 1.2.0\nmajor-version-bump-message: '^breaking'\n",
    ];

    static WindowOfRandomHistories() => AheadOfTime.PutGitVersionBeside(AppContext.BaseDirectory);

    [Fact]
    public async Task GivesTheVersionThatTheWholeHistoryGives()
    {
        var differences = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(Enumerable.Range(FirstSeed, Count), async (seed, _) =>
        {
            foreach (string difference in await CompareAsync(seed))
                differences.Enqueue(difference);
        });

        Assert.Empty(differences);
    }

    private async Task<IReadOnlyList<string>> CompareAsync(int seed)
    {
        using var repository = new TempRepository();
        var git = new GitCommandLine(repository.Path, environment: repository.Environment);
        string stream = new RandomHistory(seed).Write(steps: 25 + (seed % 5 * 12));
        Assert.True((await git.RunAsync(new GitCall(["fast-import", "--quiet"]) { StandardInput = stream }, CancellationToken.None)).IsSuccess);
        var reader = new GitReader(git);
        RemoteRefs refs = await LookAsync(repository);
        GitLocation location = await GitLocation.FindAsync(git, directory: null, CancellationToken.None);
        var differences = new List<string>();
        foreach ((BranchName branch, CommitSha tip) in refs.Branches.Where(branch => IsLine(branch.Key.Value)))
        {
            IReadOnlyList<RemoteTag> reachable = await reader.ListTagsReachableAsync(tip, refs.Tags, CancellationToken.None);
            HistoryWindow? window = await HistoryWindow.FindAsync(git, tip, reachable, CancellationToken.None);
            var question = new VersionQuestion(tip, branch, reachable, ConfigurationOf(seed), window);
            var run = new GitVersionRun(git, GitVersionProgram.Locate(), location, TimeSpan.FromMinutes(2));

            GitVersionVariables narrow = await run.AskAsync(question, CancellationToken.None);
            GitVersionVariables whole = window is null ? narrow : await run.AskAsync(question with { Window = null }, CancellationToken.None);

            output.WriteLine($"seed {seed} {branch}: {narrow.SemVer} by {question.DescribeHistory()}; {whole.SemVer} by everything");
            if (narrow != whole)
                differences.Add($"seed {seed} {branch}: {narrow} but {whole}");
        }

        return differences;
    }

    private static VersionConfiguration ConfigurationOf(int seed)
    {
        string? text = Configurations[seed % Configurations.Length];
        var configuration = new VersionConfiguration(text is null ? "" : "GitVersion.yml", "", text);
        Assert.True(configuration.AllowsWindow);
        return configuration;
    }

    private static bool IsLine(string branch) => branch == "main" || branch.StartsWith("support/", StringComparison.Ordinal);

    private static async Task<RemoteRefs> LookAsync(TempRepository repository)
    {
        repository.Git(["remote", "add", "origin", repository.Path]);
        return await new GitReader(new GitCommandLine(repository.Path, environment: repository.Environment)).ReadRemoteAsync("origin", CancellationToken.None);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
