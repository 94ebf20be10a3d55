using Hotfix.Components.Running.Doctoring;

namespace Hotfix.Components;

/// <summary>Target <c>Doctor</c>.</summary>
public interface IDoctor : IHazHotfix
{
    /// <summary>
    /// Prints whether this repository, this machine and this credential are ready for a hotfix in either lane, each finding with its remedy; exit
    /// code 255 when something would stop one. Changes nothing.
    /// </summary>
    Target Doctor => _ => _
        .Description("Shows what would stop a hotfix here, before anybody needs one; each finding with its remedy")
        .InOrder(this, nameof(Doctor))
        .Executes(() => new DoctorRun(Run.Context, (this as IRunTests)?.Planned).ExecuteAsync(CancellationToken.None));
}
