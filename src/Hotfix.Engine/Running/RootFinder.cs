namespace Nuke.Common.Execution;

/// <summary>The root directory: <c>--root</c>, else <c>NUKE_ROOT</c>, else the nearest folder with <c>.nuke</c> from the working directory upwards.</summary>
internal static class RootFinder
{
    public static string Find(BuildSession session)
    {
        string[]? argument = session.CommandLine.Values("Root");
        string? named = argument is null ? EnvironmentVariables.Find(session.Variables, "Root") : argument.FirstOrDefault() ?? session.WorkingDirectory;
        if (string.IsNullOrEmpty(named))
            return WalkUp(session.WorkingDirectory);

        string root = Path.GetFullPath(named, session.WorkingDirectory);
        return Directory.Exists(root) ? root : throw new BuildException($"Root directory '{root}' does not exist.");
    }

    private static string WalkUp(string start)
    {
        for (DirectoryInfo? directory = new(start); directory is not null; directory = directory.Parent)
        {
            if (Path.Exists(Path.Combine(directory.FullName, ".nuke")))
                return directory.FullName;
        }

        throw new BuildException(
            string.Join(
                Environment.NewLine,
                $"Could not locate '.nuke' directory/file while walking up from '{start}'.",
                "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation."
            )
        );
    }
}
