using System.ComponentModel;
using Hotfix.Pipeline.ForwardPorting;

namespace Hotfix.Components;

/// <summary>Target <c>ForwardPort</c>.</summary>
public interface IForwardPort : IHazHotfix
{
    /// <summary>The decision that a fix is not carried over.</summary>
    [Category("Fixes that are owed")]
    [Parameter("Reason why the default branch does not need the fix: it no longer has that code; recorded on the issue, which is closed")]
    string? NotNeeded => TryGetValue(() => NotNeeded);

    /// <summary>
    /// Every fix that was released from a support line is on the default branch, or on its way there in a pull request (exit code 75), or was decided not to
    /// be needed.
    /// With a description, that of this hotfix alone. On the way of an umbrella it only runs in the exceptional lane.
    /// </summary>
    Target ForwardPort =>
        _ =>
            _.Description("Carries fixes that were released from a support line over to the default branch, and proves that they arrived")
                .InOrder(this, nameof(ForwardPort))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .OnlyWhenDynamic(() => ForwardPorts.IsDue(Run.Context), "it was asked for, or the fix was released from a support line")
                .Executes(() => new ForwardPorts(Run.Context, Run.Teller, Run.Requests.NotNeeded).ExecuteAsync(CancellationToken.None));
}
