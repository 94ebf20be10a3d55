using System.ComponentModel;
using Hotfix.Components.Running.Doctoring;
using Hotfix.Components.Testing;
using Hotfix.Core.Snapshots;

namespace Hotfix.Components;

/// <summary>Target <c>Doctor</c>.</summary>
public interface IDoctor : IHazHotfix
{
    /// <summary>Tests as well.</summary>
    [Category("Tests")]
    [Parameter("Also run the tests, with what they need restored and built, and say whether they start and are green")]
    bool Deep => TryGetValue<bool?>(() => Deep) ?? false;

    /// <summary>
    /// Prints whether this repository, this machine and this credential are ready for a hotfix in either lane, each finding with its remedy; exit
    /// code 255 when something would stop one. Changes nothing.
    /// </summary>
    Target Doctor =>
        _ =>
            _.Description("Shows what would stop a hotfix here, before anybody needs one; each finding with its remedy")
                .InOrder(this, nameof(Doctor))
                .Executes(() => new DoctorRun(Run.Context, (this as IRunTests)?.Planned, DeepTests).ExecuteAsync(CancellationToken.None));

    // A Test of the build class is a target, which nobody but the engine starts.
    private Func<Task<TestRun>>? DeepTests =>
        Deep && this is IRunTests tests && AdoptedTest.NameOf(tests) is null ? () => tests.RunTestsAsync(RootDirectory) : null;
}
