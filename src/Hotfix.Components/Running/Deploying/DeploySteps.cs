using System.Reflection;
using Hotfix.Core.Errors;
using Hotfix.Pipeline.Deploying;

namespace Hotfix.Components.Running.Deploying;

/// <summary>The team's own way to deploy: a command, or an override in the build class.</summary>
internal static class DeploySteps
{
    private const int ShownLines = 10;

    /// <summary>How this build deploys, for people; <c>null</c> when it cannot.</summary>
    public static string? Describe(IDeploy build) =>
        IsOverridden(build.GetType()) ? $"{build.GetType().Name}.{nameof(IDeploy.DeployAsync)}"
        : string.IsNullOrWhiteSpace(build.DeployCommand) ? null
        : $"'{build.DeployCommand}'";

    /// <summary>Whether a class, or an interface that it implements, has steps of its own.</summary>
    public static bool IsOverridden(Type build)
    {
        InterfaceMapping map = build.GetInterfaceMap(typeof(IDeploy));
        int at = Array.FindIndex(map.InterfaceMethods, method => method.Name == nameof(IDeploy.DeployAsync));
        return map.TargetMethods[at].DeclaringType != typeof(IDeploy);
    }

    /// <exception cref="HotfixException">HF4147 when it ends with anything but 0.</exception>
    public static async Task RunCommandAsync(IDeploy build, DeployTarget target, CancellationToken cancellationToken)
    {
        var command = new ShellCommand(build.DeployCommand!, build.RootDirectory, target.Variables);
        ShellResult result = await command.RunAsync(build.Run.Request.Deadline, cancellationToken);
        if (!result.IsSuccess)
        {
            throw new HotfixException(new Refusal(
                "HF4147",
                What: $"The deploy command failed: {build.DeployCommand}",
                Why: $"{result.Ending}; {(result.LastLines.Count > 0 ? "what it printed is in the log of this run." : "it printed nothing.")}",
                Next: "Correct that and run the same command again.")
            {
                Output = [.. result.LastLines.TakeLast(ShownLines)],
            });
        }
    }
}
