using System.Text.RegularExpressions;
using Hotfix.Core.Errors;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Testing;

namespace Hotfix.Drill.Rehearsals;

/// <summary>
/// Another repository, rehearsed in a copy: its own history and release tags, its own tests through its own <c>Test</c> target,
/// and a fix that only adds a line to a text file. The repository itself is read, never written.
/// </summary>
internal sealed partial class HereRepository : IRehearsal
{
    private const string FixFile = "tests/hotfix-drill.txt";
    private readonly string _root;
    private readonly GitCommands _git;
    private readonly TargetTest _test;
    private readonly TimeProvider _clock;

    private HereRepository(string root, GitCommands git, TargetTest test, TimeProvider clock)
    {
        _root = root;
        _git = git;
        _test = test;
        _clock = clock;
    }

    public required string FullName { get; init; }

    public required string BaseBranch { get; init; }

    public TeamHabits Habits => TeamHabits.Own;

    public string Description => "rehearse a hotfix";

    public string? ExpectedTag => null;

    public string? RegressionTest => null;

    public TimeSpan Patience => TimeSpan.FromMinutes(20);

    /// <summary>Reads the repository's name and its default branch.</summary>
    /// <exception cref="HotfixException">HF5903 when there is no commit to rehearse.</exception>
    public static async Task<HereRepository> OpenAsync(
        string root,
        (GitCommands Git, TargetTest Test, TimeProvider Clock) tools,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await tools.Git.RunAsync(root, ["rev-parse", "--quiet", "--verify", "HEAD^{commit}"], cancellationToken);
        }
        catch (HotfixException failure)
        {
            throw DrillFailure.NoCommit(root, failure.Refusal.Why);
        }

        string branch = await TryAsync(tools.Git, root, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], cancellationToken);
        string origin = await TryAsync(tools.Git, root, ["config", "--get", "remote.origin.url"], cancellationToken);
        Match name = AddressPattern().Match(origin);
        return new HereRepository(root, tools.Git, tools.Test, tools.Clock)
        {
            BaseBranch = branch.StartsWith("origin/", StringComparison.Ordinal) ? branch["origin/".Length..] : "main",
            FullName = name.Success ? $"{name.Groups["owner"].Value}/{name.Groups["name"].Value}" : "local/repository",
        };
    }

    /// <summary>The copy's base branch is at the commit that is checked out, whatever branch that is on; reachable tags come along.</summary>
    public async Task PrepareAsync(string folder, CancellationToken cancellationToken)
    {
        await _git.RunAsync(folder, ["init", "--quiet", "--bare", "--initial-branch", BaseBranch], cancellationToken);
        await _git.RunAsync(folder, ["fetch", "--quiet", "--update-shallow", _root, $"HEAD:refs/heads/{BaseBranch}"], cancellationToken);
    }

    public async Task<TestRun?> FixAsync(string clone, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        string file = Path.Combine(clone, FixFile);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.AppendAllTextAsync(file, $"A hotfix was rehearsed on {now:yyyy-MM-dd}.\n", cancellationToken);
        await _git.RunAsync(clone, ["add", "--force", FixFile], cancellationToken);
        await _git.CommitAsync(clone, new SampleCommit("", "Rehearse a hotfix", "Olga Oncall", now), cancellationToken);
        return null;
    }

    public Task<TestRun> CheckAsync(string checkout, string name, CancellationToken cancellationToken) =>
        _test.RunAsync(checkout, name, Patience, cancellationToken);

    // git config and symbolic-ref end with 1 for "there is none".
    private static async Task<string> TryAsync(GitCommands git, string root, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await git.RunAsync(root, arguments, cancellationToken);
        }
        catch (HotfixException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"[/:](?<owner>[A-Za-z0-9-]+)/(?<name>[\w.-]+?)(\.git)?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
