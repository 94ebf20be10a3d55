using Hotfix.Core.Errors;
using Hotfix.Core.Refs;

namespace Hotfix.Core.Lanes;

/// <summary>What production runs, or why that is not known well enough to start from.</summary>
internal abstract record ProductionAnswer
{
    private ProductionAnswer() { }

    /// <summary>It is known.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Tag">The release tag on it, the highest if there are several.</param>
    /// <param name="Evidence">One line each, to be shown.</param>
    public sealed record Known(CommitSha Commit, ReleaseTag Tag, IReadOnlyList<string> Evidence) : ProductionAnswer;

    /// <summary>It is not.</summary>
    /// <param name="Refusals">All reasons, at least one.</param>
    public sealed record Unknown(IReadOnlyList<Refusal> Refusals) : ProductionAnswer
    {
        /// <summary>
        /// The newest release, where nothing at all is said: good enough for advice, not to start from. <c>null</c> when there is none, or when sources
        /// disagree.
        /// </summary>
        public Known? Assumed { get; init; }
    }
}
