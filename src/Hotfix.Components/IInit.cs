using System.ComponentModel;
using Hotfix.Components.Running.Adopting;

namespace Hotfix.Components;

/// <summary>Target <c>Init</c>.</summary>
public interface IInit : IHazHotfix, IHazPackages
{
    /// <summary>The repository.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Root of the repository that gets the hotfix path; of the installed tool, the one where it runs unless set")]
    string? Into => TryGetValue(() => Into);

    /// <summary>Overwrite.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Overwrite what differs, without asking")]
    bool Force => TryGetValue<bool?>(() => Force) ?? false;

    /// <summary>Newer texts.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Only bring what was written before up to date: what nobody changed is replaced, what was changed is shown beside what is new")]
    bool Update => TryGetValue<bool?>(() => Update) ?? false;

    /// <summary>Away again.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Take out what was written and nobody changed, and name the rest")]
    bool Remove => TryGetValue<bool?>(() => Remove) ?? false;

    /// <summary>Where a build project lies.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Folder for a build project of its own, beside the installed tool, which needs none; the first of build and hotfix that is free unless set")]
    string? BuildFolder => TryGetValue(() => BuildFolder);

    /// <summary>Environments.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Also make the environments at GitHub: hotfix-staging and production")]
    bool CreateEnvironments => TryGetValue<bool?>(() => CreateEnvironments) ?? false;

    /// <summary>By the clock.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("How often the workflows look for hotfixes that wait, beside the events that tell of a move: every-two-hours (unless set) or off")]
    string? ResumeSchedule => TryGetValue(() => ResumeSchedule);

    /// <summary>Where the packages are.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Folder or feed that serves the packages, beside the feeds that are set up; artifacts/packages of this repository where they are")]
    string? PackageSource => TryGetValue(() => PackageSource);

    /// <summary>
    /// The repository in <c>--into</c> has the hotfix path: build, scripts, workflows, settings, process page. It looks first, and shows what it
    /// found and chose; what somebody wrote is left alone unless somebody agrees. Twice changes nothing.
    /// </summary>
    Target Init =>
        _ =>
            _.Description("Puts the hotfix path into the repository --into PATH (--update, --remove); never overwrites without consent")
                .InOrder(this, nameof(Init))
                .Executes(() => new InitRun(this, Asked).RunAsync(CancellationToken.None));

    private InitRequest Asked =>
        new()
        {
            Into = Into,
            Force = Force,
            Update = Update,
            Remove = Remove,
            BuildFolder = BuildFolder,
            CreateEnvironments = CreateEnvironments,
            PackageSource = PackageSource,
            PackageVersion = PackageVersion,
            Packed = OwnWords.Artifacts(this, "artifacts") / "packages",
        };
}
