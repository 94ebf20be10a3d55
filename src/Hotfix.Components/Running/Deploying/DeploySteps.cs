using Hotfix.Core.Errors;
using Hotfix.Pipeline.Deploying;

namespace Hotfix.Components.Running.Deploying;

/// <summary>The team's own way to deploy, where that is a command.</summary>
internal static class DeploySteps
{
    private const int ShownLines = 10;

    /// <param name="command">It, and the folder where it runs.</param>
    /// <param name="target">What it is told.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HotfixException">HF4147 when it ends with anything but 0.</exception>
    public static async Task RunCommandAsync(
        (string Text, string Directory) command,
        DeployTarget target,
        TimeSpan longest,
        CancellationToken cancellationToken
    )
    {
        ShellResult result = await new ShellCommand(command.Text, command.Directory, target.Variables).RunAsync(longest, cancellationToken);
        if (!result.IsSuccess)
        {
            throw new HotfixException(
                new Refusal(
                    "HF4147",
                    What: $"The deploy command failed: {command.Text}",
                    Why: $"{result.Ending}; {(result.LastLines.Count > 0 ? "what it printed is in the log of this run." : "it printed nothing.")}",
                    Next: "Correct that and run the same command again."
                )
                {
                    Output = [.. result.LastLines.TakeLast(ShownLines)],
                }
            );
        }
    }
}
