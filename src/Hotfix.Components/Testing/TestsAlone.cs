using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Testing;

/// <summary>Target <c>Test</c> outside a hotfix: the project's tests, and where it is asked for the file that says what they proved.</summary>
/// <param name="record">Keeps the counts.</param>
/// <param name="directory">The build's folder.</param>
/// <param name="evidence">The file; <c>null</c> for none.</param>
internal sealed class TestsAlone(RunRecord record, string directory, string? evidence)
{
    /// <exception cref="HotfixException">HF4016 when a test failed, HF4017 when nothing could be counted, HF4352 when none ran that should have.</exception>
    public async Task RunAsync(Func<string, Task<TestRun>> runTests, CancellationToken cancellationToken)
    {
        TestEvidenceFile? kept = evidence is null ? null : await TestEvidenceFile.OpenAsync(evidence, directory, cancellationToken);
        TestRun run = record.Tests = await runTests(directory);
        TestRefusals.ThrowIfRed(run, directory);
        if (run.RanNone)
            Log.Warning("No test ran: there are no tests, or none was found; that is not the same as passed");

        if (kept is null)
            return;

        TestRefusals.ThrowIfNoneRan(run, "this commit; no evidence was written");
        await kept.WriteAsync(run, cancellationToken);
    }
}
