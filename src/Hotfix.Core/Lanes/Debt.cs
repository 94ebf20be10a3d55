using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Core.Requests;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;

namespace Hotfix.Core.Lanes;

/// <summary>
/// A fix that was released from another branch than the default one, and has to be carried there. The tag alone is enough to find everything else
/// again.
/// </summary>
/// <param name="Tag">The release that has the fix.</param>
internal sealed record Debt(ReleaseTag Tag)
{
    /// <summary>Label of the issue that stands for a debt, until it is closed.</summary>
    public const string Label = "forward-port";

    /// <summary>The released commit; <c>null</c> when it was not written down.</summary>
    public CommitSha? Released { get; init; }

    /// <summary>
    /// The release before it on its line, of which everything up to <see cref="Released"/> is the fix; <c>null</c> when it was not written down.
    /// </summary>
    public CommitSha? Before { get; init; }

    /// <summary>The branch that it was released from; <c>null</c> when it was not written down.</summary>
    public BranchName? SupportBranch { get; init; }

    /// <summary>The hotfix's branch; <c>null</c> when it was not written down.</summary>
    public BranchName? HotfixBranch { get; init; }

    /// <summary>The number of its pull request; <c>null</c> when it was not written down.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Login of who sees to it; <c>null</c> when nobody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>The day, UTC, by which it is to be paid; <c>null</c> when it was not written down.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The mark of its issue, <c>forward-port/v1.4.3</c>.</summary>
    public Marker Marker => new($"{Label}/{Tag.Name.ToLowerInvariant()}");

    /// <summary>Where the fix is carried over: <c>forward-port/</c> and the words of the hotfix's branch, else the tag.</summary>
    public BranchName PortBranch(HotfixConventions conventions)
    {
        string? slug = HotfixBranch is { } branch ? conventions.Hotfixes.Rest(branch) : null;
        return BranchName.TryParse($"{conventions.ForwardPorts}{slug ?? Tag.Name}", out BranchName? port)
            ? port
            : BranchName.Parse($"{conventions.ForwardPorts}{Tag.Name}");
    }

    /// <summary>What a release just ran up; <c>null</c> when it came from the default branch, or nothing is released.</summary>
    public static Debt? Of(HotfixRequest request, Snapshot snapshot)
    {
        if (snapshot is not { OwesDefaultBranch: true, Release: { } release } || release.Containing is not { } tag)
            return null;

        return new Debt(tag.Release!)
        {
            Released = tag.Commit,
            Before = release.BaseTag is { } before ? snapshot.Remote.Tag(before.Name)?.Commit : null,
            SupportBranch = snapshot.BaseBranch,
            HotfixBranch = snapshot.Hotfix?.Name,
            PullRequest = snapshot.PullRequest?.Number,
            Owner = request.Debt.Owner ?? snapshot.PullRequest?.Author,
            Due = DateOnly.FromDateTime(((release.Release?.PublishedAt ?? snapshot.TakenAt) + request.Debt.DueIn).UtcDateTime),
        };
    }
}
