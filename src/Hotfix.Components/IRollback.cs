using System.ComponentModel;

namespace Hotfix.Components;

/// <summary>Target <c>Rollback</c>.</summary>
public interface IRollback : IDeploy, IAwaitDeploy, IVerify, IHazReason
{
    /// <summary>Where to.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Release to go back to, such as v1.4.1; the last good one unless set")]
    string? To => TryGetValue(() => To);

    /// <summary>Override of what is known to be unsafe.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Reason for going back although a migration lies in between; recorded")]
    string? Anyway => TryGetValue(() => Anyway);

    /// <summary>The end of it.</summary>
    [Category("Deployment and the way back")]
    [Parameter("Only unlock releases again")]
    bool Unlock => TryGetValue<bool?>(() => Unlock) ?? false;

    /// <summary>
    /// Production runs the last good release again, which was verified; releases are locked until <c>--unlock</c>; a pull request takes back what was
    /// bad. A second run goes on with the same rollback.
    /// </summary>
    Target Rollback =>
        _ =>
            _.Description("Deploys the last good release again, locks releases, and proposes to take back what was bad")
                .InOrder(this, nameof(Rollback))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.Deploying.RollbackAsync(Run.Requests.Rollback, CancellationToken.None));
}
