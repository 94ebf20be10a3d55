using System.ComponentModel;

namespace Hotfix.Components;

/// <summary>Which packages of this software are meant; shared by what makes them and by what refers to them.</summary>
public interface IHazPackages : IEngineBuild
{
    /// <summary>Version of the packages.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Version of the packages, such as 1.4.3 or 1.4.3-rc.1; GitVersion's unless set")]
    string? PackageVersion => TryGetValue(() => PackageVersion);
}
