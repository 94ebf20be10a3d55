using System.Collections;

namespace Nuke.Common.Execution;

/// <summary>Everything a run takes from outside. Members that a build may change while it runs are asked anew each time.</summary>
internal sealed record BuildInvocation
{
    public required IReadOnlyList<string> Arguments { get; init; }

    public required Func<IReadOnlyDictionary<string, string>> Variables { get; init; }

    public required Func<string> WorkingDirectory { get; init; }

    /// <summary>Asked at each write: a build may have redirected the console before it called <c>Execute</c>.</summary>
    public required Func<TextWriter> Output { get; init; }

    /// <summary>Where logs go in place of <c>.nuke/temp</c>; then nothing at all is written into the root directory. <c>null</c>: as NUKE does it.</summary>
    public string? FilesDirectory { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The current process.</summary>
    public static BuildInvocation OfProcess() =>
        new()
        {
            Arguments = [.. Environment.GetCommandLineArgs().Skip(1)],
            Variables = ReadVariables,
            WorkingDirectory = () => Environment.CurrentDirectory,
            Output = () => Console.Out,
        };

    private static Dictionary<string, string> ReadVariables()
    {
        var variables = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            variables[(string)entry.Key] = (string?)entry.Value ?? string.Empty;
        return variables;
    }
}
