using Hotfix.Core.PostMortems;
using Hotfix.Core.Requests;
using Hotfix.Pipeline.Deploying;

namespace Hotfix.Components.Running;

/// <summary>What was asked of the targets that a build has, beside the hotfix itself: parsed once, before the network is asked.</summary>
internal sealed record TargetRequests
{
    /// <summary>Of what deploys, follows and verifies.</summary>
    public DeployRequest Deploy { get; init; } = new();

    /// <summary>Of going back.</summary>
    public RollbackRequest Rollback { get; init; } = new();

    /// <summary>Of the post-mortem.</summary>
    public PostMortemRequest PostMortem { get; init; } = new();

    /// <summary>Why something is taken back; <c>null</c> when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Why a fix is not carried over; <c>null</c> when it is.</summary>
    public string? NotNeeded { get; init; }
}
