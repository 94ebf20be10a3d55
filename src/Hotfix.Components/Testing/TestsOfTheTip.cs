using Hotfix.Core.Errors;
using Hotfix.Core.Plans;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.Pipeline.Runs;

namespace Hotfix.Components.Testing;

/// <summary>
/// Target <c>Test</c> within a hotfix: the counts are evidence for the branch's tip only when that is what stands in the work tree, before and after.
/// </summary>
/// <param name="run">The run, whose newest look has the hotfix.</param>
/// <param name="runTests">Runs the tests of a folder.</param>
internal sealed class TestsOfTheTip(RunContext run, Func<string, Task<TestRun>> runTests)
{
    /// <summary>What they proved; <c>null</c> before they ran.</summary>
    public TestEvidence? Evidence { get; private set; }

    /// <exception cref="HotfixException">HF4016 when a test failed, HF4017 when nothing could be counted, HF4018 or HF2070 when the work tree is another one,
    /// HF4352 when none ran.</exception>
    public async Task<Outcome> RunAsync(PlanStep.RunTests step, CancellationToken cancellationToken)
    {
        HotfixBranch hotfix = run.Snapshot!.Hotfix!;
        string directory = hotfix.WorktreePath ?? run.Snapshot.WorkTree.Root;
        var tree = new GitReader((await run.ServicesAsync(cancellationToken)).CommandLine.In(directory));
        RequireTip(hotfix, await tree.ReadWorkTreeAsync(cancellationToken));
        TestRun tests = run.Record.Tests = await runTests(FolderOfBuild(directory));
        TestRefusals.ThrowIfRed(tests, directory);
        TestRefusals.ThrowIfNoneRan(tests, $"{hotfix.Tip?.Short}, the tip of {hotfix.Name}; nothing was pushed");
        RequireTip(hotfix, await tree.ReadWorkTreeAsync(cancellationToken));
        Evidence = new TestEvidence(hotfix.Tip!.Value, tests.Passed, tests.Failed, tests.Skipped, tests.Duration) { IsCounted = tests.IsCounted };
        return new Outcome(step, Evidence.Describe());
    }

    // A build that lives in a folder of its repository tests that folder, in whichever work tree.
    private string FolderOfBuild(string tree)
    {
        string relative = Path.GetRelativePath(run.Snapshot!.WorkTree.Root, run.Settings.Directory);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? tree : Path.GetFullPath(relative, tree);
    }

    private static void RequireTip(HotfixBranch hotfix, WorkTree tree)
    {
        if (tree.Submodules.FirstOrDefault(submodule => submodule.IsAtOtherCommit && hotfix.Changes.Any(change => change.Path == submodule.Path)) is { } stray)
        {
            throw new HotfixException(
                "HF2070",
                what: $"The submodule {stray.Path}, whose commit is part of the fix, is at another commit in {tree.Root}; nothing was pushed.",
                why: "Tests with that one would prove nothing about the commit that goes into the pull request.",
                next: $"Run 'git submodule update --init {stray.Path}' there; or, if its present commit is the fix, 'git add {stray.Path}' and commit."
            );
        }

        if (tree.Head != hotfix.Tip || tree.IsDirty)
        {
            throw new HotfixException(
                "HF4018",
                what: $"The work tree {tree.Root} is not {hotfix.Tip?.Short}, the tip of {hotfix.Name}; nothing was pushed.",
                why: tree.IsDirty ? $"It has changes that are not committed: {string.Join(", ", tree.ChangedFiles.Take(5))}." : $"It is at {tree.Head?.Short}.",
                next: "Commit or put aside what changed (a test run must not change tracked files), and run it again."
            );
        }
    }
}
