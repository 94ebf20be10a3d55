namespace Hotfix.Drill;

/// <summary>The folder that one drill happens in; everything that it makes is below it.</summary>
internal sealed class DrillFolder
{
    private const string GitConfiguration = """
        [user]
            name = Olga Oncall
            email = oncall@example.com
        [init]
            defaultBranch = main
        [advice]
            detachedHead = false
        [gc]
            auto = 0
        [maintenance]
            auto = false
        """;

    private DrillFolder(string root)
    {
        Root = root;
    }

    public string Root { get; }

    /// <summary>HOME of every process.</summary>
    public string Home => Path.Combine(Root, "home");

    /// <summary>The repository that the server imports.</summary>
    public string Origin => Path.Combine(Root, "origin");

    /// <summary>The server's bare repositories.</summary>
    public string Server => Path.Combine(Root, "server");

    /// <summary>The clone of the engineer on call.</summary>
    public string Clone => Path.Combine(Root, "clone");

    /// <summary>Where CI builds.</summary>
    public string Ci => Path.Combine(Root, "ci");

    /// <summary>The clone that a colleague works in.</summary>
    public string Colleague => Path.Combine(Root, "colleague");

    /// <summary>What GitHub Actions checks out for a job.</summary>
    public string Runner => Path.Combine(Root, "runner");

    /// <summary>The machines that the software runs on, a file for each.</summary>
    public string Fleet => Path.Combine(Root, "fleet");

    /// <summary>A mirror, fetched in the end to look at.</summary>
    public string Mirror => Path.Combine(Root, "mirror.git");

    /// <summary>What GitHub Actions would show as the summary of the job that runs the targets.</summary>
    public string Summary => Path.Combine(Logs, "summary.md");

    /// <summary>What the hotfix told people, as pages for a browser.</summary>
    public string Story => Path.Combine(Root, "story");

    public string Logs => Path.Combine(Root, "logs");

    /// <summary>Makes the folder; <paramref name="wanted"/> may exist when it is empty, <c>null</c> takes a new temporary one.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF5902 when it holds anything.</exception>
    public static DrillFolder Create(string? wanted)
    {
        if (wanted is not null && (File.Exists(wanted) || (Directory.Exists(wanted) && Directory.EnumerateFileSystemEntries(wanted).Any())))
            throw DrillFailure.FolderInUse(wanted);

        var folder = new DrillFolder(wanted is null ? Directory.CreateTempSubdirectory("hotfix-drill-").FullName : Directory.CreateDirectory(wanted).FullName);
        foreach (string path in new[] { folder.Home, folder.Origin, folder.Server, folder.Ci, folder.Logs })
            Directory.CreateDirectory(path);

        File.WriteAllText(Path.Combine(folder.Home, ".gitconfig"), GitConfiguration);
        return folder;
    }

    public string Log(string name) => Path.Combine(Logs, name + ".log");

    public void Delete()
    {
        // git makes its objects read-only, which Windows takes as a reason not to delete them.
        foreach (string file in Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
                File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Root, recursive: true);
    }
}
