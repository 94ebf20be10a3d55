using Hotfix.Drill.Players;

namespace Hotfix.Drill;

/// <summary><c>rollout</c>: what a team's own deploy command would be; told by the targets what goes where.</summary>
internal static class RolloutCommand
{
    /// <exception cref="Core.Errors.HotfixException">HF5901 when the targets did not say what to roll out.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments is not ["--fleet", var folder] || !Directory.Exists(folder))
            throw DrillFailure.BadCommandLine("rollout lacks --fleet with a folder that is there.");

        string environment = Read("HOTFIX_ENVIRONMENT");
        string version = Read("HOTFIX_VERSION");
        Fleet.RollOut(folder, environment, version, Read("HOTFIX_SHA"));
        output.WriteLine($"{environment} runs {version}");
        return 0;
    }

    private static string Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw DrillFailure.BadCommandLine($"{name} is not set; rollout is started by the targets.");
}
