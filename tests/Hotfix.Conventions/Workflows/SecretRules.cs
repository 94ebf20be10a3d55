using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;
using static Hotfix.Conventions.Workflows.WorkflowFile;

namespace Hotfix.Conventions.Workflows;

/// <summary>Where a secret may be: never beside code that was not reviewed, nor beside what such code has left.</summary>
internal static partial class SecretRules
{
    private const string Credentials = "hotfix";
    private static readonly string[] OfTheApp = ["HOTFIX_APP_PRIVATE_KEY", "HOTFIX_TOKEN"];

    public static IEnumerable<Func<WorkflowFile, IEnumerable<string>>> All => [Environments, Deployments, Refs, Checkouts, Tests, Caches, Compiling, Signals];

    // An environment that is restricted to the default branch keeps them from whoever edits a workflow on another one.
    private static IEnumerable<string> Environments(WorkflowFile file) =>
        Jobs(file)
            .Where(job => job.Secrets.Overlaps(OfTheApp) && job.Environment != Credentials)
            .Select(job => $"job '{job.Name}' has the App's credentials outside of the environment '{Credentials}'");

    // It would stand among those of production and staging, and say nothing.
    private static IEnumerable<string> Deployments(WorkflowFile file) =>
        Jobs(file)
            .Where(job => job.Environment == Credentials && Scalar(At(job.Node, "environment"), "deployment") != "false")
            .Select(job => $"job '{job.Name}' leaves a deployment to the environment of the credentials");

    // Their workflow file comes from the pull request or from the tag: anybody who can push may have edited it.
    private static IEnumerable<string> Refs(WorkflowFile file) =>
        Jobs(file)
            .Where(job =>
                (job.Environment == Credentials || job.Secrets.Overlaps(OfTheApp))
                && file.Events.Keys.Any(name => name.StartsWith("pull_request", StringComparison.Ordinal) || name is "push" or "release" or "create")
            )
            .Select(job => $"job '{job.Name}' names the credentials of the default branch and may run on the ref of a tag or a pull request");

    private static IEnumerable<string> Checkouts(WorkflowFile file) =>
        Jobs(file)
            .Where(job =>
                job.Environment == Credentials
                && job.Steps.Any(step => IsCheckout(step) && Scalar(At(step, "with"), "ref") != "${{ github.event.repository.default_branch }}")
            )
            .Select(job => $"job '{job.Name}' has the credentials and checks out something else than the default branch");

    // 'git worktree' is how our own test job takes the branch; tests build and run it.
    private static IEnumerable<string> Tests(WorkflowFile file) =>
        Jobs(file)
            .Where(job =>
                job.Runs.Any(run => RunsTests().IsMatch(run))
                && (
                    job.Secrets.Count > 0
                    || job.Environment.Length > 0
                    || Permissions(job.Node).Any(permission => permission is not { Key: "contents", Value: "read" })
                )
            )
            .Select(job => $"job '{job.Name}' runs the tests of a branch beside a secret or a permission");

    // What one job has saved, another restores: a poisoned package would run beside the secret.
    private static IEnumerable<string> Caches(WorkflowFile file)
    {
        foreach (Job job in Jobs(file))
        {
            foreach (YamlMappingNode step in job.Steps)
            {
                string uses = Scalar(step, "uses").Split('@')[0];
                bool isOfTheDefaultBranch =
                    file.Name == "ci.yml"
                    && Scalar(step, "if").Contains("github.event_name == 'push'", StringComparison.Ordinal)
                    && Scalar(step, "if").Contains("github.ref_name == github.event.repository.default_branch", StringComparison.Ordinal);
                if (uses == "actions/cache")
                {
                    yield return $"job '{job.Name}' saves what it restored: actions/cache/restore";
                }
                else if (uses == "actions/cache/save" && !isOfTheDefaultBranch)
                {
                    yield return $"job '{job.Name}' saves a cache; only ci.yml does, on the default branch";
                }
                else if (
                    job.Secrets.Count > 0
                    && Scalar(step, "uses").StartsWith("actions/setup-", StringComparison.Ordinal)
                    && Scalar(At(step, "with"), "cache").Length > 0
                )
                {
                    yield return $"job '{job.Name}' has a secret, and its set-up saves a cache";
                }
            }
        }
    }

    // The targets of restored packages run in the compiler's process, with its environment.
    private static IEnumerable<string> Compiling(WorkflowFile file)
    {
        foreach (Job job in Jobs(file))
        {
            YamlMappingNode? first = job.Steps.FirstOrDefault(step => CallsBuild().IsMatch(Scalar(step, "run")));
            if (
                first is not null
                && Environment(first).Any(value => value.Contains("secrets.", StringComparison.Ordinal) || value.Contains("token", StringComparison.Ordinal))
            )
            {
                yield return $"job '{job.Name}' compiles the build in a step that has a credential";
            }
        }
    }

    // Whoever pushes a branch writes what such a run does.
    private static IEnumerable<string> Signals(WorkflowFile file)
    {
        if (
            file.Events.Keys.Any(name => name.StartsWith("pull_request", StringComparison.Ordinal))
            && Jobs(file).Any(job => job.Secrets.Count > 0 || job.Environment.Length > 0)
        )
        {
            yield return "it runs on pull requests and names a secret or an environment";
        }

        if (file.Events.ContainsKey("workflow_run") && file.Text.Contains("run-id:", StringComparison.Ordinal))
            yield return "it takes something from the run that started it";

        if (
            file.Events.ContainsKey("workflow_run")
            && !file.Text.Contains("github.event.workflow_run.head_repository.full_name == github.repository", StringComparison.Ordinal)
        )
        {
            yield return "it is started by other runs, and does not tell a branch of this repository from a branch of a fork";
        }
    }

    private static IEnumerable<Job> Jobs(WorkflowFile file) => file.Jobs.Select(job => new Job(job.Key, job.Value));

    private static bool IsCheckout(YamlMappingNode step) => Scalar(step, "uses").StartsWith("actions/checkout@", StringComparison.Ordinal);

    private static IEnumerable<string> Environment(YamlMappingNode step) =>
        (At(step, "env") as YamlMappingNode)?.Children.Values.Select(value => $"{value}") ?? [];

    private sealed record Job(string Name, YamlMappingNode Node)
    {
        public YamlMappingNode[] Steps { get; } = [.. StepsOf(Node)];

        public string Environment { get; } = At(Node, "environment") is YamlMappingNode map ? Scalar(map, "name") : Scalar(Node, "environment");

        public HashSet<string> Secrets { get; } =
        [.. Texts(Node).SelectMany(text => Secret().Matches(text)).Select(match => match.Groups["name"].Value).Where(name => name != "GITHUB_TOKEN")];

        public IEnumerable<string> Runs => Steps.Select(step => Scalar(step, "run"));

        private static IEnumerable<string> Texts(YamlNode node) =>
            node switch
            {
                YamlMappingNode map => map.Children.Values.SelectMany(Texts),
                YamlSequenceNode list => list.Children.SelectMany(Texts),
                _ => [$"{node}"],
            };
    }

    [GeneratedRegex(@"secrets(\.|\[')(?<name>\w+)")]
    private static partial Regex Secret();

    [GeneratedRegex(@"(build|step)\.sh( [\w-]+)* Test\b|git (worktree|checkout|switch)")]
    private static partial Regex RunsTests();

    [GeneratedRegex(@"(build|step)\.sh\b")]
    private static partial Regex CallsBuild();
}
