using System.ComponentModel;
using Hotfix.Components.Running;

namespace Hotfix.Components;

/// <summary>Target <c>Benchmark</c>.</summary>
public interface IBenchmark : IEngineBuild
{
    /// <summary>What to measure.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Parts to measure: status, branch, version, report, scale, drill, cold, suite; all unless set", Separator = ",")]
    string[]? Parts => TryGetValue<string[]?>(() => Parts);

    /// <summary>How often.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Rounds to measure; 9 unless set")]
    int? Rounds => TryGetValue<int?>(() => Rounds);

    /// <summary>What to compare with.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Commit that cold and suite measure beside this one, in turns; none unless set")]
    string? Against => TryGetValue<string?>(() => Against);

    /// <summary>The program that measures; built when it is not.</summary>
    AbsolutePath BenchmarkProject => RootDirectory / "tests" / "Hotfix.Benchmarks" / "Hotfix.Benchmarks.csproj";

    /// <summary>
    /// What the targets cost beside the plain commands, measured in turns, as a table and in <c>artifacts/benchmark</c>. Changes nothing else.
    /// </summary>
    Target Benchmark =>
        _ =>
            _.Description("Measures what the targets cost beside plain commands; writes artifacts/benchmark")
                .InOrder(this, nameof(Benchmark))
                .Executes(() => new DrillProgram(BenchmarkProject).RunAsync(BenchmarkArguments.Of(Parts, Rounds, Against), CancellationToken.None));
}
