using Hotfix.Pipeline.Abandoning;

namespace Hotfix.Components;

/// <summary>Target <c>Abandon</c>.</summary>
public interface IAbandon : IHazReason
{
    /// <summary>
    /// A hotfix that is not needed has ended: its pull request is closed with the reason, its branch is gone where no commit is lost by that. Nothing
    /// that is merged is touched.
    /// </summary>
    Target Abandon =>
        _ =>
            _.Description("Gives a hotfix up: closes its pull request with the reason and deletes its branch")
                .InOrder(this, nameof(Abandon))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.ExecuteAsync(new AbandonDefinition(Run.Context, Run.Teller, Run.Requests.Reason)));
}
