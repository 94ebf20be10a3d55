using System.ComponentModel;
using Hotfix.Core.Plans;

namespace Hotfix.Components;

/// <summary>Target <c>CreateHotfixBranch</c>.</summary>
public interface ICreateHotfixBranch : IHazHotfix
{
    /// <summary>The branch is pushed, too.</summary>
    [Category("Which hotfix")]
    [Parameter("Also push the branch once it has a commit, so that its tests can run where no credential is")]
    bool Push => TryGetValue<bool?>(() => Push) ?? false;

    /// <summary><c>hotfix/&lt;slug&gt;</c> exists at the right base and is checked out, with the ready-made fix on it. Repeating is safe.</summary>
    Target CreateHotfixBranch =>
        _ =>
            _.Description("Creates and checks out hotfix/<slug> from the remote's fresh base branch")
                .OnlyWhenStatic(() => Run.IsAhead(Stage.Branch), "something is left to do")
                .Executes(() => Run.CreateBranchAsync());
}
