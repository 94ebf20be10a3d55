using System.ComponentModel;
using Hotfix.Components.Running.Adopting;

namespace Hotfix.Components;

/// <summary>Target <c>Init</c>.</summary>
public interface IInit : IHazHotfix, IHazPackages
{
    /// <summary>The repository.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Root of the repository that gets the hotfix path")]
    string? Into => TryGetValue(() => Into);

    /// <summary>Overwrite.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Overwrite what differs, without asking")]
    bool Force => TryGetValue<bool?>(() => Force) ?? false;

    /// <summary>Environments.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Also make the environments at GitHub: hotfix-staging and production")]
    bool CreateEnvironments => TryGetValue<bool?>(() => CreateEnvironments) ?? false;

    /// <summary>Where the packages are.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Folder or feed that serves the packages, beside the feeds that are set up; artifacts/packages of this repository where they are")]
    string? PackageSource => TryGetValue(() => PackageSource);

    /// <summary>The repository in <c>--into</c> has the hotfix path: build, scripts, workflows, settings, process page. Files that differ are left alone unless somebody agrees. Twice changes nothing.</summary>
    Target Init => _ => _
        .Description("Puts the hotfix path into the repository --into PATH; never overwrites without consent")
        .InOrder(this, nameof(Init))
        .Executes(() => new InitRun(this, Asked).RunAsync(CancellationToken.None));

    private InitRequest Asked => new()
    {
        Into = Into,
        Force = Force,
        CreateEnvironments = CreateEnvironments,
        PackageSource = PackageSource,
        PackageVersion = PackageVersion,
        Packed = OwnWords.Artifacts(this, "artifacts") / "packages",
    };
}
