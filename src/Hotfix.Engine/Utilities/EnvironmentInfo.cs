#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Collections.ObjectModel;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>The machine and the process.</summary>
public static class EnvironmentInfo
{
    /// <summary>Whether this is Windows.</summary>
    public static bool IsWin => OperatingSystem.IsWindows();

    /// <summary>Whether this is macOS.</summary>
    public static bool IsOsx => OperatingSystem.IsMacOS();

    /// <summary>Whether this is Linux.</summary>
    public static bool IsLinux => OperatingSystem.IsLinux();

    /// <summary>Whether this is macOS or Linux.</summary>
    public static bool IsUnix => IsOsx || IsLinux;

    /// <summary>Kind of the operating system.</summary>
    public static PlatformFamily Platform =>
        IsWin ? PlatformFamily.Windows
        : IsOsx ? PlatformFamily.OSX
        : IsLinux ? PlatformFamily.Linux
        : PlatformFamily.Unknown;

    /// <summary>The line break of this system.</summary>
    public static string NewLine => Environment.NewLine;

    /// <summary>The folder where relative paths begin; setting it changes it for the whole process.</summary>
    public static AbsolutePath WorkingDirectory
    {
        get => BuildSession.Current.WorkingDirectory;
        set => Environment.CurrentDirectory = value;
    }

    /// <summary>The arguments as given, without the program's own name.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments => BuildSession.Current.CommandLine.Arguments;

    /// <summary>The environment variables as they are now.</summary>
    public static ReadOnlyDictionary<string, string> Variables => BuildSession.Current.Variables.ToDictionary(StringComparer.Ordinal).AsReadOnly();

    /// <summary>The folders of <c>PATH</c>, in order.</summary>
    public static IReadOnlyCollection<string> Paths => (GetVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the variable is set, by its exact name.</summary>
    public static bool HasVariable(string name, bool allowEmpty = false) => GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>The variable of that exact name; <c>null</c> when it is not set.</summary>
    public static string GetVariable(string name) => BuildSession.Current.Variables.GetValueOrDefault(name);

    /// <summary>Sets the variable for this process and those that it starts.</summary>
    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    /// <summary>The value of the switch, on the command line only; the type's default when it was not given.</summary>
    public static T GetNamedArgument<T>(string parameterName, char? separator = null) =>
        BuildSession.Current.Parameters.FromCommandLine<T>(parameterName, separator);
}
