using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Lanes;

/// <summary>The texts of what is not known about production.</summary>
internal static class ProductionRefusals
{
    public static Refusal Disagree(IReadOnlyList<ProductionClaim> claims) =>
        Refusal.Unchanged(
            "HF4100",
            fact: "What production runs is not known: the sources disagree",
            why: string.Join("; ", claims) + ".",
            next: "Find out which is right, and correct the others: a hotfix on the wrong commit ships, or loses, other people's work."
        );

    public static Refusal NotUnderstood(ProductionClaim claim) =>
        Refusal.Unchanged(
            "HF4101",
            fact: $"What production runs is not known: the answer of {claim.Where} names no commit of this repository",
            why: $"It says '{claim.Said}': neither a commit that is here, nor the version of a tag, nor JSON with one of them.",
            next: "Let it answer the deployed sha or version, or take it out of the configuration."
        );

    public static Refusal OnlyAssumed(RemoteTag newest, IReadOnlyList<string> notes) =>
        new(
            "HF4102",
            What: $"Nothing says what production runs; that it is the newest release, {newest.Name} ({newest.Commit.Short}), is an assumption. Nothing was changed.",
            Why: notes.Count > 0
                ? $"{string.Join("; ", notes)}."
                : "There is no successful deployment to the production environment, no variable and no health address.",
            Next: $"If you know that it is: --base {newest.Name}"
        );

    public static Refusal NothingReleased() =>
        Refusal.Unchanged(
            "HF4103",
            fact: "Nothing says what production runs, and nothing was ever released",
            why: "There is no successful deployment to the production environment, no variable, no health address and no release tag.",
            next: "Name the commit or tag that production runs with --base."
        );

    public static Refusal NotThere(CommitSha confirmed, CommitSha commit, ProductionFacts facts) =>
        Refusal.Unchanged(
            "HF4104",
            fact: $"--base names {confirmed.Short}, and production runs {commit.Short}",
            why: $"{string.Join("; ", facts.Claims)}.{string.Concat(facts.Difference.Select(line => $"\n      {line}"))}",
            next: $"Compare them: git log --oneline --left-right {commit.Short}...{confirmed.Short}; leave --base out to start from what runs."
        );

    public static Refusal NoTag(CommitSha commit, IReadOnlyList<string> evidence) =>
        Refusal.Unchanged(
            "HF4105",
            fact: $"Production runs {commit.Short}, which no release tag names",
            why: $"{string.Join("; ", evidence)}. The version of a hotfix, and its support branch, come from that tag.",
            next: $"Give the commit its release tag, for example: git tag -a v1.4.2 {commit.Short} && git push origin v1.4.2"
        );
}
