using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Deploying;

/// <summary>The texts of what <c>Rollback</c> refuses.</summary>
internal static class RollbackRefusals
{
    /// <summary><c>--to</c>, or the release that a lock names, is not at the remote.</summary>
    public static Refusal NoSuchTag(ReleaseTag tag) =>
        new(
            "HF4160",
            What: $"--to names {tag}, which is no tag of the remote; nothing was changed.",
            Why: "Only what was released can be deployed again.",
            Next: "Pass a tag as 'git ls-remote --tags' shows it, such as --to v1.4.1."
        );

    internal static Refusal NeverRan(RollbackFacts facts, RollbackRecord record) =>
        new(
            "HF4400",
            What: $"The lock names {record.To}, which {facts.Environment} never ran; nothing was changed.",
            Why: $"None of the deployments to {facts.Environment} is of {record.To}: a text decides nothing that deployments do not bear out.",
            Next: $"If {record.To} is right: ./build.sh Rollback --to {record.To}; else name another release with --to."
        );

    internal static Refusal NothingBefore(RollbackFacts facts, ReleaseTag? from) =>
        new(
            "HF4161",
            What: $"There is no release that {facts.Environment} could go back to; nothing was changed.",
            Why: $"{(facts.Newest.Count == 0 ? $"Nothing says what {facts.Environment} ran" : $"No release tag names what {facts.Environment} ran before")}, and {(from is null ? "there is no release" : $"none is below {from}")}.",
            Next: "Name it: --to v1.4.1"
        );

    internal static Refusal RunsAlready(RollbackFacts facts, ReleaseTag to) =>
        new(
            "HF4162",
            What: $"{facts.Environment} runs {to}; nothing was changed.",
            Why: "Its newest deployment is of that very release, and it ended well.",
            Next: $"Name another one with --to; or prove that it runs: ./build.sh Verify --environment {facts.Environment} --tag {to}"
        );

    internal static Refusal NothingDeploys(RollbackFacts facts) =>
        new(
            "HF4163",
            What: $"Nothing can be deployed to {facts.Environment} from here; nothing was changed.",
            Why: "There is no --deploy-command, the build does not override DeployAsync, and there is no --deploy-workflow.",
            Next: "Pass --deploy-command \"./deploy.sh\" or --deploy-workflow release.yml; both can stand in .nuke/parameters.json, where the next incident finds them."
        );

    internal static Refusal Unsafe(RollbackFacts facts, RollbackRecord record) =>
        new(
            "HF4164",
            What: $"Going back from {record.From} to {record.To} is known to be unsafe; nothing was changed.",
            Why: $"Between the two changed {string.Join(", ", facts.UnsafeFiles.Take(5))}{(facts.UnsafeFiles.Count > 5 ? $" and {facts.UnsafeFiles.Count - 5} more" : "")}: the older release may not work with what they did.",
            Next: $"Go forward with a hotfix; or, if you know that it works: ./build.sh Rollback --to {record.To} --anyway \"reason\", which is recorded."
        );
}
