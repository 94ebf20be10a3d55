using Hotfix.Drill.Rehearsals;
using Hotfix.LocalGitHub.Faults;

namespace Hotfix.Drill;

/// <summary>The scenarios that are worth practising.</summary>
internal static class Scenarios
{
    private const int Refused = 255;

    /// <summary>Nothing goes wrong.</summary>
    public static Scenario Plain { get; } = new("plain", "nothing goes wrong: three runs of one command, from the branch to the release");

    /// <summary>In the order in which a team would practise them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        Plain,
        new Scenario("red-check", "the required check fails for no good reason: the run ends with its last lines, CI runs it again, the same command continues")
        {
            FirstCheckIsRed = true,
            Interruption = new Interruption(Refused, "HF4021", "the check is run again", (cast, head, stop) => cast.Ci.RunAgainAsync(head, stop)),
        },
        new Scenario("merged-by-somebody-else", "the reviewer approves and merges: the run finds it merged, at the head that was tested, and releases it")
        {
            ReviewerMerges = true,
        },
        new Scenario("lost-answer", "every change takes effect and its answer is lost: there is one pull request, one merge, one release all the same")
        {
            Faults =
            [
                new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "*/pulls" },
                new Fault(FaultKind.TruncatedBody) { Method = "PUT", Path = "*/merge" },
                new Fault(FaultKind.ResetAfter) { Method = "POST", Path = "*/releases" },
                new Fault(FaultKind.ResetAfter) { Method = "PATCH", Path = "*/releases/*" },
            ],
        },
        new Scenario("rate-limit", "GitHub asks for patience, four times: the run says so, waits as it is asked to, and goes on")
        {
            Faults =
            [
                new Fault(FaultKind.TooManyRequests)
                {
                    Method = "GET",
                    Path = "/repos/*",
                    RetryAfter = TimeSpan.FromSeconds(3),
                },
                new Fault(FaultKind.SecondaryRateLimit)
                {
                    Method = "POST",
                    Path = "*/pulls",
                    RetryAfter = TimeSpan.FromSeconds(3),
                },
                new Fault(FaultKind.PrimaryRateLimit)
                {
                    Method = "PUT",
                    Path = "*/merge",
                    RetryAfter = TimeSpan.FromSeconds(3),
                },
                new Fault(FaultKind.TooManyRequests)
                {
                    Method = "POST",
                    Path = "*/releases",
                    RetryAfter = TimeSpan.FromSeconds(3),
                },
            ],
        },
        new Scenario("server-trouble", "GitHub fails, breaks off and shows the state of a moment ago: it costs time, and nothing else")
        {
            Faults =
            [
                new Fault(FaultKind.Status)
                {
                    Method = "GET",
                    Path = "*/pulls",
                    Status = 502,
                },
                new Fault(FaultKind.TruncatedBody) { Method = "GET", Path = "*/check-runs" },
                new Fault(FaultKind.Status)
                {
                    Method = "PUT",
                    Path = "*/merge",
                    Status = 503,
                },
                new Fault(FaultKind.StaleRead)
                {
                    Method = "GET",
                    Path = "*/pulls/*",
                    After = "PUT *",
                },
                new Fault(FaultKind.StaleRead)
                {
                    Method = "GET",
                    Path = "*/releases",
                    After = "POST */releases",
                },
            ],
        },
        new Scenario(
            "conventional",
            "a team with Conventional Commits that squashes: the title and the one commit are a fix that release-please sees, and its release is waited for"
        )
        {
            Habits = TeamHabits.Conventional,
        },
        new Scenario(
            "release-please-team",
            "release-please, titles checked by a workflow, production told by a variable, an own deploy workflow whose jobs all leave deployments: both lanes"
        )
        {
            Habits = TeamHabits.ReleasePleaseTeam,
            HasBothLanes = true,
        },
        new Scenario(
            "monorepo",
            "two products in one repository, api/v1.4.2 and web/v7.0.0: the hotfix is the api's next patch, and 55 commits of the other do not stand in its way"
        )
        {
            Habits = TeamHabits.Monorepo,
        },
        new Scenario(
            "gitflow",
            "develop is the default branch, production is released from main: the hotfix goes into main, is released there, and comes back to develop"
        )
        {
            Habits = TeamHabits.GitFlow,
        },
        new Scenario(
            "fix-from-main",
            "the fix was merged to main, and production is a release behind: --fix takes the pull request's commits onto production's line, and nothing is owed"
        )
        {
            FixIsOnMain = true,
        },
        new Scenario("token-expires", "the token runs out just before the merge: the run ends with a code of its own, a new token continues")
        {
            Faults = [new Fault(FaultKind.TokenExpired) { Method = "PUT", Path = "*/merge" }],
            Interruption = new Interruption(Refused, "HF3065", "the token is renewed", (cast, _, _) =>
            {
                cast.Scene.Server.RenewToken();
                return Task.CompletedTask;
            }),
        },
        new Scenario("node", "a repository in JavaScript: 'npm test' runs its tests, here and in CI, by --test-command") { IsInNode = true },
    ];

    /// <exception cref="Core.Errors.HotfixException">HF5901, with the names that there are.</exception>
    public static Scenario Find(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name)
        ?? throw DrillFailure.BadCommandLine($"There is no scenario '{name}'; there are: {string.Join(", ", All.Select(scenario => scenario.Name))}.");

    /// <summary>Names and what they show, one line each.</summary>
    public static string List() => string.Join('\n', All.Select(scenario => $"{scenario.Name.PadRight(24)} {scenario.Summary}"));
}
