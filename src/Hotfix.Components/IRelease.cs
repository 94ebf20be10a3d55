using System.ComponentModel;
using Hotfix.Core.Plans;

namespace Hotfix.Components;

/// <summary>Target <c>Release</c>.</summary>
public interface IRelease : IAwaitMerge
{
    /// <summary>Provenance.</summary>
    [Category("Release")]
    [Parameter("Release only files whose provenance GitHub has an attestation of")]
    bool Attested => TryGetValue<bool?>(() => Attested) ?? false;

    /// <summary>A signed tag.</summary>
    [Category("Release")]
    [Parameter("Sign the release tag with git's own key and format, whether or not tag.gpgSign is on")]
    bool Sign => TryGetValue<bool?>(() => Sign) ?? false;

    /// <summary>The merge commit (outside a hotfix: the base branch's tip) carries an annotated release tag, and its release is published.</summary>
    Target Release =>
        _ =>
            _.Description("Tags and publishes the merged hotfix, or the base branch's tip outside a hotfix")
                .DependsOn<IAwaitMerge>(x => x.AwaitMerge)
                .OnlyWhenStatic(() => Run.IsAhead(Stage.Release), "something is left to do")
                .OnlyWhenDynamic(() => Run.MayGoOn, "nothing stopped the run before")
                .Executes(() => Run.ExecuteAsync(Stage.Release));
}
