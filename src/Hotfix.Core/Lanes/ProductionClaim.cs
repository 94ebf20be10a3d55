using Hotfix.Core.Refs;
using Hotfix.Core.Requests;

namespace Hotfix.Core.Lanes;

/// <summary>One source's word on what production runs.</summary>
/// <param name="Source">What kind of source.</param>
/// <param name="Where">Its name for people: <c>deployment 17 to production</c>, <c>variable DEPLOYED_SHA</c>, an address.</param>
/// <param name="Said">What it answered, one line.</param>
/// <param name="Commit">The commit that this means; <c>null</c> when it could not be told.</param>
internal sealed record ProductionClaim(ProductionSource Source, string Where, string Said, CommitSha? Commit)
{
    /// <summary>When that was written down; <c>null</c>: it was said just now, when it was asked.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"{Where} says {Said}{(Commit is { } commit && !Said.Contains(commit.Short, StringComparison.Ordinal) ? $" ({commit.Short})" : "")}";
}
