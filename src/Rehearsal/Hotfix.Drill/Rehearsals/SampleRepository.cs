using Hotfix.Drill.Processes;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Rehearsals;

/// <summary>A small shop, made anew for each drill: its production version takes discounts off twice, and its tests do not notice.</summary>
internal sealed class SampleRepository(
    GitCommands git,
    DotnetTest tests,
    TimeProvider clock,
    IReadOnlyList<SampleCommit>? history = null,
    TeamHabits? habits = null
) : IRehearsal
{
    private const string ParametersPath = ".nuke/parameters.json";

    public TeamHabits Habits { get; } = habits ?? TeamHabits.Own;

    public string FullName => "acme/shop";

    public string BaseBranch => "main";

    public string Description => "discount is applied twice at checkout";

    public string? ExpectedTag => $"{Habits.TagPrefix}1.4.3";

    public string? RegressionTest => "Shop.Tests.DiscountedCheckoutTests.TheDiscountIsTakenOffOnce";

    public TimeSpan Patience => TimeSpan.FromMinutes(3);

    public async Task PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        await git.RunAsync(folder, ["init", "--quiet", "--initial-branch", BaseBranch], cancellationToken);
        IReadOnlyList<SampleCommit> commits = history ?? SampleHistory.Commits;
        foreach (SampleCommit commit in commits)
        {
            if (Habits.DevelopmentBranch is { } branch && commit == commits[^1])
                await git.RunAsync(folder, ["switch", "--quiet", "--create", branch], cancellationToken);

            await SampleFiles.WriteAsync(commit.Files, folder, cancellationToken, Habits.Folder);
            if (Habits.Files.Length > 0)
                await SampleFiles.WriteAsync(Habits.Files, folder, cancellationToken);

            if (Habits.Settings.Count > 0)
                await File.WriteAllTextAsync(Path.Combine(folder, ParametersPath), Habits.ParametersFile(), cancellationToken);

            await git.CommitAsync(
                folder,
                commit with
                {
                    Message = Habits.Subject(commit.Message),
                    Tag = commit.Tag is { } tag ? Habits.TagPrefix + tag.TrimStart('v') : null,
                },
                cancellationToken
            );
        }

        if (Habits.Others is { } other)
            await AddAsync(other, commits[^1], folder, cancellationToken);
    }

    private async Task AddAsync(OtherProduct other, SampleCommit last, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, other.Folder));
        for (int page = 1; page <= other.Commits; page++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, other.Folder, $"page-{page}.html"), $"<title>Page {page}</title>\n", cancellationToken);
            await git.CommitAsync(folder, new SampleCommit("", $"Add page {page}", "Ben Builder", last.Date.AddMinutes(page)), cancellationToken);
        }

        await git.RunAsync(folder, ["tag", other.Tag], cancellationToken);
    }

    /// <summary>Test first: the author sees the bug in a red test before touching the code.</summary>
    public async Task<TestRun?> FixAsync(string clone, CancellationToken cancellationToken)
    {
        await SampleFiles.WriteAsync("regression-test", clone, cancellationToken, Habits.Folder);
        TestRun before = await tests.RunAsync(Habits.FolderIn(clone), "author-before-the-fix", Patience, cancellationToken);
        await SampleFiles.WriteAsync("fix", clone, cancellationToken, Habits.Folder);
        await git.CommitAsync(clone, new SampleCommit("", Habits.FixSubject, "Olga Oncall", clock.GetUtcNow()), cancellationToken);
        return before;
    }

    public Task<TestRun> CheckAsync(string checkout, string name, CancellationToken cancellationToken) =>
        tests.RunAsync(Habits.FolderIn(checkout), name, Patience, cancellationToken);
}
