using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Policies;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Deploying;

/// <summary>The texts of what <c>Deploy</c>, <c>Verify</c> and <c>DescribeRelease</c> refuse.</summary>
internal static class DeployRefusals
{
    private const int NamedTags = 5;

    /// <summary><c>Deploy</c> without an environment.</summary>
    public static Refusal NoEnvironment(string production, string staging) =>
        new(
            "HF4140",
            What: "Nothing says where to deploy; nothing was changed.",
            Why: "There is no --environment.",
            Next: $"Name one: ./build.sh Deploy --environment {staging}, or --environment {production}"
        );

    /// <summary>A parameter that takes a release tag has something else.</summary>
    public static Refusal NoReleaseTag(string parameter, string text) =>
        new(
            "HF4141",
            What: $"{parameter} is '{text}'; nothing was changed.",
            Why: "It takes the name of a release tag, such as v1.4.3.",
            Next: "Pass the tag as 'git ls-remote --tags' shows it."
        );

    internal static Refusal NoSuchTag(ReleaseTag tag, RemoteRefs remote)
    {
        string[] newest =
        [
            .. remote.Tags.Select(one => one.Release).OfType<ReleaseTag>().OrderByDescending(one => one.Version).Take(NamedTags).Select(one => one.Name),
        ];
        return new Refusal(
            "HF4141",
            What: $"{remote.Remote} has no tag {tag}; nothing was changed.",
            Why: newest.Length == 0 ? "It has no release tag at all." : $"Its highest release tags are {string.Join(", ", newest)}.",
            Next: "Pass one of them with --tag, or release first: ./build.sh Release"
        );
    }

    internal static Refusal NotContained(DeployableRelease release, BranchName? standard, BranchName support, bool isThere) =>
        new(
            "HF4402",
            What: $"{release} is not deployed: {(release.Lane == Lane.Standard ? standard?.Value ?? "the default branch" : support.Value)} does not contain it. Nothing was changed.",
            Why: $"Whoever may push can make a tag, whatever its message says; its lane is {release.Lane.ToString().ToLowerInvariant()}, and its commit is in neither {standard?.Value ?? "a default branch"} nor {support}{(isThere ? "" : ", which is not there")}.",
            Next: release.Lane == Lane.Standard
                ? "If releases are made from another branch, name it: --base main, or \"Base\" in .nuke/parameters.json; else delete the tag, and ask who made it."
                : $"If its support branch was deleted, push it again: git push origin {release.Tag}^{{commit}}:refs/heads/{support}; else delete the tag, and ask who made it."
        );

    internal static Refusal WhichRelease(WorkTree tree) =>
        new(
            "HF4142",
            What: "Nothing says which release is meant; nothing was changed.",
            Why: $"There is no --tag, no hotfix is named or checked out, and no release tag is at {tree.Head?.Short ?? "HEAD"}.",
            Next: "Name it: --tag v1.4.3"
        );

    internal static Refusal NotReleased(Snapshot snapshot, CommitSha? merged) =>
        new(
            "HF4142",
            What: $"{snapshot.Hotfix?.Name.Value ?? "The hotfix"} is not released; nothing was changed.",
            Why: merged is { } commit ? $"No release tag contains {commit.Short}, which its pull request became." : "Its pull request is not merged.",
            Next: "./build.sh Release, or name another release with --tag"
        );

    internal static Refusal NotConfigured(string environment) =>
        new(
            "HF4143",
            What: $"Nothing says how to deploy to {environment}; nothing was changed.",
            Why: "There is no --deploy-command, and the build does not override DeployAsync.",
            Next: "Pass --deploy-command \"./deploy.sh\" (or set DeployCommand in .nuke/parameters.json), or write in Build.cs: public Task DeployAsync(DeployTarget target) => …"
        );

    internal static Refusal UnknownEnvironment(string environment, IEnumerable<string> known) =>
        new(
            "HF4144",
            What: $"There is no environment '{environment}'; nothing was changed.",
            Why: $"GitHub would make one of that name. It has {(known.Any() ? string.Join(", ", known) : "none")}.",
            Next: NearName.Of(environment, known) is { } near
                ? $"If '{near}' is meant, name that; if not, make this one first in the repository's settings under Environments."
                : "Correct --environment, or make it first in the repository's settings under Environments."
        );

    internal static Refusal Gate(GitHubEnvironment environment, DeployableRelease release) =>
        new(
            "HF4145",
            What: $"Environment '{environment.Name}' asks for an approval, and from here it would be passed by; nothing was changed.",
            Why: $"Its reviewers are {string.Join(", ", environment.Reviewers)}; only a job of a workflow waits for them.",
            Next: $"Let the workflow deploy: ./build.sh AwaitDeploy --tag {release.Tag} --deploy-workflow release.yml"
        );

    internal static Refusal StagingFirst(DeployFacts facts) =>
        new(
            "HF4146",
            What: $"{facts.Release} took the exceptional lane and was not deployed to {facts.StagingEnvironment}; {facts.Environment} was not changed.",
            Why: $"No deployment of {facts.Release.Commit.Short} to {facts.StagingEnvironment} has ended well.",
            Next: $"./build.sh Deploy Verify --environment {facts.StagingEnvironment} --tag {facts.Release.Tag}"
        );

    /// <summary>The team's own steps failed.</summary>
    /// <param name="step">The step that failed.</param>
    /// <param name="why">The exit code, or the kind of exception: nothing that the steps printed.</param>
    public static Refusal Failed(PlanStep.PerformDeployment step, string why) =>
        new(
            "HF4147",
            What: $"Deploying {step.Release} to {step.Environment} failed; its deployment says so, and how much of it was done only the steps themselves know.",
            Why: why,
            Next: step.WayBack is { } good
                ? $"Go back: {RollbackCommand(good)}; or correct the steps and run the same command again."
                : "Correct that and run the same command again."
        );

    /// <summary><c>Verify</c> was asked for, and nothing says how.</summary>
    public static Refusal NothingToVerify(string environment, bool isProduction) =>
        new(
            "HF4150",
            What: $"Nothing says how {environment} is verified; nothing was asked.",
            Why: $"There is neither --verify-command nor --verify-url{(isProduction ? ", nor --health-url" : "")}.",
            Next: "Pass an address that answers the deployed sha or version: --verify-url https://example.com/health"
        );

    /// <summary>The environment does not answer the release within its time.</summary>
    /// <param name="release">What it should run.</param>
    /// <param name="environment">Its name.</param>
    /// <param name="answer">What it answered last.</param>
    /// <param name="rollback">The command to go back; <c>null</c> where nobody uses the environment.</param>
    public static Refusal NotVerified(DeployableRelease release, string environment, string answer, string? rollback) =>
        new(
            "HF4151",
            What: $"{environment} does not prove that it runs {release}.",
            Why: answer,
            Next: rollback is null
                ? "Look at it there; './build.sh Verify' asks again."
                : $"Go back: {rollback}; or look at it there, and './build.sh Verify' asks again."
        );

    /// <summary>What a person types to go back.</summary>
    public static string RollbackCommand(ReleaseTag? good) => OwnCommand.ForAll(good is null ? "./build.sh Rollback" : $"./build.sh Rollback --to {good}");
}
