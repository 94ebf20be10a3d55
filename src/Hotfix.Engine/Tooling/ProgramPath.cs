using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Finds the file of a program.</summary>
internal static class ProgramPath
{
    /// <exception cref="BuildException">No such file, neither as named nor on <c>PATH</c>.</exception>
    public static string Find(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || program.Contains('/', StringComparison.Ordinal))
            return Path.GetFullPath(program, EnvironmentInfo.WorkingDirectory);

        string[] names = OperatingSystem.IsWindows() && !Path.HasExtension(program) ? [program + ".exe", program + ".cmd", program + ".bat"] : [program];
        return EnvironmentInfo.Paths.SelectMany(directory => names.Select(name => Path.Combine(directory, name))).FirstOrDefault(File.Exists)
            ?? throw new BuildException($"Program '{program}' was not found on PATH.");
    }
}
