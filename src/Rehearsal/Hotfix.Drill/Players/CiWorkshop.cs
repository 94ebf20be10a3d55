using Hotfix.Drill.Processes;

namespace Hotfix.Drill.Players;

/// <summary>Where CI puts the commits that it builds: each in a clone of its own, as on a fresh machine.</summary>
internal sealed class CiWorkshop(string folder, string address, GitCommands git)
{
    /// <summary>Clones the repository and checks out one commit; gives the path.</summary>
    public async Task<string> CheckOutAsync(string sha, string name, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, name);
        await git.RunAsync(folder, ["clone", "--quiet", "--no-checkout", address, path], cancellationToken);
        await git.RunAsync(path, ["checkout", "--quiet", "--detach", sha], cancellationToken);
        return path;
    }
}
