using Hotfix.Drill.Processes;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Rehearsals;

/// <summary>The shop of a team that writes JavaScript: the same bug, tests by <c>npm test</c>, and no .NET but the build's own.</summary>
internal sealed class NodeRepository(GitCommands git, NpmTest tests, TimeProvider clock) : IRehearsal
{
    private static readonly SampleCommit[] History =
    [
        new("node-1-basket", "Add a basket with a subtotal", "Ada Author", Day(0), "v1.4.0"),
        new("node-2-checkout", "Add up what the customer pays", "Ben Builder", Day(7), "v1.4.2"),
        new("node-3-receipt", "Print a receipt", "Ada Author", Day(9)),
    ];

    public string FullName => "acme/shop";

    public string BaseBranch => "main";

    public TeamHabits Habits => TeamHabits.Own;

    public string Description => "discount is applied twice at checkout";

    public string? ExpectedTag => "v1.4.3";

    public string? RegressionTest => "the discount is taken off once";

    public TimeSpan Patience => TimeSpan.FromMinutes(3);

    public async Task PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        await git.RunAsync(folder, ["init", "--quiet", "--initial-branch", BaseBranch], cancellationToken);
        foreach (SampleCommit commit in History)
        {
            await SampleFiles.WriteAsync(commit.Files, folder, cancellationToken);
            await git.CommitAsync(folder, commit, cancellationToken);
        }
    }

    public async Task<TestRun?> FixAsync(string clone, CancellationToken cancellationToken)
    {
        await SampleFiles.WriteAsync("node-regression-test", clone, cancellationToken);
        TestRun before = await tests.RunAsync(clone, "author-before-the-fix", Patience, cancellationToken);
        await SampleFiles.WriteAsync("node-fix", clone, cancellationToken);
        await git.CommitAsync(clone, new SampleCommit("", "Take the discount off once at checkout", "Olga Oncall", clock.GetUtcNow()), cancellationToken);
        return before;
    }

    public Task<TestRun> CheckAsync(string checkout, string name, CancellationToken cancellationToken) =>
        tests.RunAsync(checkout, name, Patience, cancellationToken);

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero).AddDays(day);
}
