using Hotfix.Drill.Processes;

namespace Hotfix.Drill.Players;

/// <summary>Where CI builds: one clone, in which one commit after the other is checked out, so that only what differs is compiled.</summary>
internal sealed class CiWorkshop(string folder, string address, GitCommands git)
{
    private readonly string _clone = Path.Combine(folder, "clone");

    /// <summary>Checks out one commit of the repository; gives the path, and the object name of its files.</summary>
    public async Task<(string Path, string Tree)> CheckOutAsync(string sha, CancellationToken cancellationToken)
    {
        await (
            Directory.Exists(_clone)
                ? git.RunAsync(_clone, ["fetch", "--quiet", "origin"], cancellationToken)
                : git.RunAsync(folder, ["clone", "--quiet", "--no-checkout", address, _clone], cancellationToken)
        );
        await git.RunAsync(_clone, ["checkout", "--quiet", "--force", "--detach", sha], cancellationToken);
        return (_clone, await git.RunAsync(_clone, ["rev-parse", "HEAD^{tree}"], cancellationToken));
    }
}
