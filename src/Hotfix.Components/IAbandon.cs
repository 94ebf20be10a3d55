using Hotfix.Components.Running.Deploying;

namespace Hotfix.Components;

/// <summary>Target <c>Abandon</c>.</summary>
public interface IAbandon : IHazReason
{
    /// <summary>A hotfix that is not needed has ended: its pull request is closed with the reason, its branch is gone where no commit is lost by that. Nothing that is merged is touched.</summary>
    Target Abandon => _ => _
        .Description("Gives a hotfix up: closes its pull request with the reason and deletes its branch")
        .TryAfter<IRelease>(x => x.Release)
        .TryAfter<IHotfix>(x => x.Hotfix)
        .TryAfter<IRollback>(x => x.Rollback)
        .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
        .Executes(() => new AbandonRun(this).ExecuteAsync(CancellationToken.None));
}
