namespace Hotfix.Scenarios.Output;

/// <summary>Needs a pseudo-terminal, which util-linux's script(1) makes.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() =>
        Skip = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script") && File.Exists("/usr/bin/ps") ? null : "there is no script(1) of util-linux here";
}
