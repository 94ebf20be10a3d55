using Hotfix.Core.Doctoring;
using Hotfix.Core.Errors;
using Hotfix.Core.Snapshots;
using Hotfix.Git;
using Hotfix.Pipeline.Workflows;

namespace Hotfix.Pipeline.Doctoring;

/// <summary>Looks at what a workflow takes when it is started: its file on the default branch, the one that GitHub asks, too.</summary>
internal static class DispatchLook
{
    /// <summary>What it takes; <c>null</c> when that cannot be known: no default branch, or a file that is not understood here.</summary>
    public static async Task<DispatchInputs?> FindAsync(GitReader git, RemoteRefs remote, string file, CancellationToken cancellationToken)
    {
        if (remote.DefaultBranch is not { } branch || remote.Tip(branch) is not { } tip)
            return null;

        try
        {
            await git.FetchAsync(remote, [branch], [], cancellationToken);
            if (await git.ReadFileAsync(tip, WorkflowFiles.Folder + file, cancellationToken) is not { } text)
            {
                IEnumerable<string> files = WorkflowFiles.Among(await git.ListFilesAsync(tip, cancellationToken));
                return new DispatchInputs(file, Inputs: null) { Instead = [.. files.Select(path => path[WorkflowFiles.Folder.Length..])] };
            }

            WorkflowTriggers triggers = WorkflowYaml.Read(WorkflowFiles.Folder + file, text);
            return triggers.Problem is not null ? null : Of(file, triggers);
        }
        catch (HotfixException)
        {
            // It is a check beforehand: whoever needs the branch will say what is the matter with it.
            return null;
        }
    }

    /// <summary>What a file takes, as it was read.</summary>
    public static DispatchInputs Of(string file, WorkflowTriggers triggers) =>
        new(file, triggers.Dispatch?.DistinctBy(input => input.Name).ToDictionary(input => input.Name, input => input.MustBeSent));
}
