using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Lanes;

/// <summary>What is to be done so that the support branch is at what production runs.</summary>
internal abstract record SupportBranchAnswer
{
    private SupportBranchAnswer() { }

    /// <summary>From one look.</summary>
    public static SupportBranchAnswer Decide(SupportBranchFacts facts) =>
        facts switch
        {
            { Tip: null } => new Create(facts.Production),
            { Ahead: 0, Behind: 0, Tip: { } tip } => new Use(tip),
            { Ahead: 0, Tip: { } tip } => new Refuse(Lags(facts, tip)),
            { Behind: 0, Tip: { } tip } => new Refuse(UnreleasedCommits(facts, tip)),
            { Tip: { } tip } => new Refuse(GoneTwoWays(facts, tip)),
        };

    private static Refusal UnreleasedCommits(SupportBranchFacts facts, CommitSha tip) =>
        new(
            "HF4120",
            What: $"'{facts.Branch}' has {facts.Ahead} commit{(facts.Ahead == 1 ? "" : "s")} that production does not run; nothing was changed.",
            Why: $"It is at {tip.Short}, production at {facts.Production.Short}; a hotfix from there would bring them along.",
            Next: $"Read them with 'git log --oneline {facts.Production.Short}..{tip.Short}'; finish or abandon the hotfix that they belong to first."
        );

    private static Refusal GoneTwoWays(SupportBranchFacts facts, CommitSha tip) =>
        new(
            "HF4121",
            What: $"'{facts.Branch}' and production have gone two ways; nothing was changed.",
            Why: $"It is at {tip.Short}, with {facts.Ahead} commits that production ({facts.Production.Short}) does not run, and without {facts.Behind} that it does.",
            Next: $"Compare them with 'git log --oneline --left-right {facts.Production.Short}...{tip.Short}' and ask who deployed past the line."
        );

    // Pushing to a branch that fixes go into is a person's decision, also where it only moves forward.
    private static Refusal Lags(SupportBranchFacts facts, CommitSha tip) =>
        new(
            "HF4124",
            What: $"'{facts.Branch}' lags behind production by {facts.Behind} commit{(facts.Behind == 1 ? "" : "s")}; nothing was changed.",
            Why: $"It is at {tip.Short}, production at {facts.Production.Short}; a hotfix from there would take the others out of production.",
            Next: $"Bring it there, or ask somebody who may: git push origin {facts.Production.Short}:refs/heads/{facts.Branch}"
        );

    /// <summary>It is not there.</summary>
    /// <param name="At">The commit that production runs.</param>
    public sealed record Create(CommitSha At) : SupportBranchAnswer;

    /// <summary>It is where production is.</summary>
    /// <param name="Tip">That commit.</param>
    public sealed record Use(CommitSha Tip) : SupportBranchAnswer;

    /// <summary>It cannot be used as it is.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refuse(Refusal Reason) : SupportBranchAnswer;
}
