using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;

namespace Hotfix.Pipeline.PostMortems;

/// <summary>What one look saw for a post-mortem.</summary>
/// <param name="Hotfix">Which hotfix it is about.</param>
/// <param name="Request">What was asked for, with the release's name filled in.</param>
/// <param name="Present">What is there already; <c>null</c> when nothing is.</param>
internal sealed record PostMortemLooked(ReleasedHotfix Hotfix, PostMortemRequest Request, PlanResult? Present)
{
    /// <summary>All that is known; <c>null</c> where one is present.</summary>
    public PostMortemFacts? Facts { get; init; }

    /// <summary>How it is put.</summary>
    public PostMortemTemplate Template { get; init; } = PostMortemTemplate.Default;

    /// <summary>From which the due date counts.</summary>
    public DateTimeOffset Now { get; init; }
}
