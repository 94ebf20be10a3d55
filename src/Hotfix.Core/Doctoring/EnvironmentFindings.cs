using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether a hotfix may be deployed, and not without a person.</summary>
internal static class EnvironmentFindings
{
    /// <summary>As our workflows name it.</summary>
    private const string Credentials = "hotfix";

    public static IEnumerable<Finding> Of(DoctorFacts facts)
    {
        if (facts.Environments is not { } reading)
            yield break;

        string page = $"{facts.Web}/settings/environments";
        if (reading is not { Unreadable: null, Value: { } environments })
        {
            yield return Finding.Unseen("the environments", reading.Unreadable ?? "no answer", $"Look at {page}, or give the token 'actions: read'");
            yield break;
        }

        if (!facts.Expected.Deploys)
            yield return Finding.Ok("nothing is deployed from here (--no-deployment): no environment is needed for it");

        foreach (string name in facts.Expected.Deploys ? new[] { facts.Expected.Staging, facts.Expected.Production } : [])
        {
            if (environments.FirstOrDefault(environment => environment.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } environment)
            {
                yield return Finding.Warn(
                    "HF4236",
                    $"there is no environment '{name}'{(NearName.Of(name, environments.Select(one => one.Name)) is { } near ? $"; '{near}' is there" : "")}",
                    "GitHub makes it at the first deployment, without a reviewer and for every branch",
                    $"./build.sh Init --into . --create-environments, or {page}/new"
                );
                continue;
            }

            foreach (Finding finding in OfOne(facts, environment, page))
                yield return finding;
        }

        if (environments.FirstOrDefault(environment => environment.Name == Credentials) is { } credentials && !TakesAlone(credentials, facts.Main.Value))
        {
            yield return Finding.Warn(
                "HF4452",
                $"'{Credentials}', which holds the workflows' credentials, takes more than {facts.Main}",
                "nothing: whoever may push a branch or a tag can edit a workflow there, and read them",
                $"Take {facts.Main} as its only deployment branch, and no tag: {page}"
            );
        }
    }

    private static bool TakesAlone(GitHubEnvironment environment, string branch) =>
        environment.BranchPolicy is { ProtectedBranchesOnly: false, Branches: [var only], Tags: [] } && only == branch;

    private static IEnumerable<Finding> OfOne(DoctorFacts facts, GitHubEnvironment environment, string page)
    {
        bool isProduction = environment.Name.Equals(facts.Expected.Production, StringComparison.OrdinalIgnoreCase);
        if (isProduction && environment.Reviewers.Count == 0)
        {
            yield return Finding.Warn(
                "HF4237",
                $"'{environment.Name}' has no reviewers",
                "the gate before production: nobody is asked",
                $"Add required reviewers: {page}"
            );
        }

        if (environment is { PreventsSelfReview: true, Reviewers: [var only] })
        {
            yield return Finding.Warn(
                "HF4238",
                $"'{environment.Name}' has one reviewer, {only}, who may not let through what they started",
                "a hotfix that this person starts alone at night",
                $"Add a second reviewer: {page}"
            );
        }

        Finding[] shut = [.. Policy(facts, environment, page)];
        foreach (Finding finding in shut)
            yield return finding;

        if (shut.Length == 0)
        {
            yield return Finding.Ok(
                $"'{environment.Name}' takes {facts.Main} and tags such as {facts.SampleTag}{(environment.Reviewers.Count > 0 ? $"; {string.Join(", ", environment.Reviewers)} may let a run through" : "")}"
            );
        }
    }

    // The policy is compared with the ref that the run is on: main for a dispatch, the tag for a tag's push.
    private static IEnumerable<Finding> Policy(DoctorFacts facts, GitHubEnvironment environment, string page)
    {
        if (environment.BranchPolicy is not { } policy)
            yield break;

        WorkflowTriggers? release = facts.OnMain?.Value?.FirstOrDefault(file => file.FileName == facts.Expected.Deploying.File);
        bool takesMain = policy.ProtectedBranchesOnly
            ? facts.MainRules?.Value is not { IsNone: true }
            : policy.Branches.Any(pattern => RefGlob.Matches(pattern, facts.Main.Value));
        if (!takesMain)
        {
            yield return Shut(
                environment,
                $"runs on {facts.Main}, as every dispatch is",
                isUsed: release?.Dispatch is not null,
                $"Add the branch {facts.Main} to its policy: {page}"
            );
        }

        bool takesTags = !policy.ProtectedBranchesOnly && policy.Tags.Any(pattern => RefGlob.Matches(pattern, facts.SampleTag));
        if (!takesTags)
        {
            yield return Shut(
                environment,
                $"runs on tags such as {facts.SampleTag}",
                isUsed: release?.Tags?.Takes(facts.SampleTag) == true,
                $"Choose 'selected branches and tags' and add the tag pattern {facts.TagPrefix}*: {page}"
            );
        }
    }

    private static Finding Shut(GitHubEnvironment environment, string runs, bool isUsed, string remedy) =>
        isUsed
            ? Finding.Stop("HF4239", $"'{environment.Name}' does not take {runs}", "the deployment: its job fails before it begins", remedy)
            : Finding.Warn("HF4239", $"'{environment.Name}' does not take {runs}", "a deployment that is started so; no workflow here does", remedy);
}
