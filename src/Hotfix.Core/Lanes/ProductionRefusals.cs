using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Lanes;

/// <summary>The texts of what is not known about production.</summary>
internal static class ProductionRefusals
{
    public static Refusal Disagree(IReadOnlyList<ProductionClaim> claims) => new(
        "HF4100",
        What: "What production runs is not known: the sources disagree; nothing was changed.",
        Why: string.Join("; ", claims) + ".",
        Next: "Find out which is right, and correct the others: a hotfix on the wrong commit ships, or loses, other people's work.");

    public static Refusal NotUnderstood(ProductionClaim claim) => new(
        "HF4101",
        What: $"What production runs is not known: the answer of {claim.Where} names no commit of this repository; nothing was changed.",
        Why: $"It says '{claim.Said}': neither a commit that is here, nor the version of a tag, nor JSON with one of them.",
        Next: "Let it answer the deployed sha or version, or take it out of the configuration.");

    public static Refusal OnlyAssumed(RemoteTag newest, IReadOnlyList<string> notes) => new(
        "HF4102",
        What: $"Nothing says what production runs; that it is the newest release, {newest.Name} ({newest.Commit.Short}), is an assumption. Nothing was changed.",
        Why: notes.Count > 0 ? $"{string.Join("; ", notes)}." : "There is no successful deployment to the production environment, no variable and no health address.",
        Next: $"If you know that it is: --base {newest.Name}");

    public static Refusal NothingReleased() => new(
        "HF4103",
        What: "Nothing says what production runs, and nothing was ever released; nothing was changed.",
        Why: "There is no successful deployment to the production environment, no variable, no health address and no release tag.",
        Next: "Name the commit or tag that production runs with --base.");

    public static Refusal NotThere(CommitSha confirmed, CommitSha commit, ProductionFacts facts) => new(
        "HF4104",
        What: $"--base names {confirmed.Short}, and production runs {commit.Short}; nothing was changed.",
        Why: $"{string.Join("; ", facts.Claims)}.{string.Concat(facts.Difference.Select(line => $"\n      {line}"))}",
        Next: $"Compare them: git log --oneline --left-right {commit.Short}...{confirmed.Short}; leave --base out to start from what runs.");

    public static Refusal NoTag(CommitSha commit, IReadOnlyList<string> evidence) => new(
        "HF4105",
        What: $"Production runs {commit.Short}, which no release tag names; nothing was changed.",
        Why: $"{string.Join("; ", evidence)}. The version of a hotfix, and its support branch, come from that tag.",
        Next: $"Give the commit its release tag, for example: git tag -a v1.4.2 {commit.Short} && git push origin v1.4.2");
}
