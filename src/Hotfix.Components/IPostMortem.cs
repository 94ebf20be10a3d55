using System.ComponentModel;
using Hotfix.Components.Running.PostMortems;
using Hotfix.Pipeline.PostMortems;

namespace Hotfix.Components;

/// <summary>Target <c>PostMortem</c>.</summary>
public interface IPostMortem : IHazDeployment
{
    /// <summary>A file instead of an issue.</summary>
    [Category("Post-mortem and report")]
    [Parameter("File below the repository to write the post-mortem into, instead of an issue; {tag} is filled in; never overwritten")]
    string? PostMortemFile => TryGetValue(() => PostMortemFile);

    /// <summary>Who sees to it.</summary>
    [Category("Post-mortem and report")]
    [Parameter("Who sees to it that the post-mortem is done; the pull request's author unless set")]
    string? PostMortemOwner => TryGetValue(() => PostMortemOwner);

    /// <summary>Until when.</summary>
    [Category("Post-mortem and report")]
    [Parameter("How long that may take, 1h to 90d; 5d unless set")]
    string? PostMortemDue => TryGetValue(() => PostMortemDue);

    /// <summary>The team's own words.</summary>
    [Category("Post-mortem and report")]
    [Parameter("Template of the post-mortem; .github/POST_MORTEM_TEMPLATE.md of the default branch, or the one that comes along, unless set")]
    string? PostMortemTemplate => TryGetValue(() => PostMortemTemplate);

    /// <summary>When the trouble began.</summary>
    [Category("Post-mortem and report")]
    [Parameter("When the trouble began, with its zone: 2026-01-05T03:12:00Z; when the issue that --incident names was opened, unless set")]
    string? IncidentStart => TryGetValue(() => IncidentStart);

    /// <summary>
    /// One issue, or one file, in which people work the hotfix up, filled in with all that can be looked up. One that is there is theirs and is never changed.
    /// On the way of an umbrella it runs once production has the hotfix, without waiting for the forward-port, and nothing that goes wrong with it makes the
    /// hotfix red.
    /// </summary>
    Target PostMortem =>
        _ =>
            _.Description("Opens the post-mortem of a hotfix that is out, filled in with what happened when, what changed, and where to look for the cause")
                .InOrder(this, nameof(PostMortem))
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .OnlyWhenDynamic(() => PostMortemDefinition.IsDue(Run.Context), "it was asked for, or a hotfix was released")
                .Executes(() => new PostMortemRun(Run.Context, Definition, IsOnTheWay).ExecuteAsync(CancellationToken.None));

    private bool IsOnTheWay => InvokedTargets.All(target => target.Name != nameof(PostMortem));

    private PostMortemDefinition Definition =>
        new(Run.Context, Run.Requests.PostMortem, PostMortemTemplate is { } path ? Path.GetFullPath(path, RootDirectory) : null, IsOnTheWay);
}
