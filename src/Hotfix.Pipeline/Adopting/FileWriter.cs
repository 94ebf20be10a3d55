using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Adopting;

/// <summary>Writes files all or nothing, as far as a file system allows: each beside its place first, then all into place.</summary>
internal sealed class FileWriter(AdoptionTarget target)
{
    private const string Suffix = ".hotfix-init";

    /// <exception cref="Core.Errors.HotfixException">HF4253 with nothing changed, HF4257 when a file is not what was compared, HF4254 when the last step failed.</exception>
    public void Write(IReadOnlyList<PlanStep.WriteFile> files)
    {
        var prepared = new List<string>();
        var folders = new List<string>();
        try
        {
            foreach (PlanStep.WriteFile file in files)
                Prepare(file, prepared, folders);
        }
        catch
        {
            prepared.ForEach(File.Delete);
            folders.AsEnumerable().Reverse().ToList().ForEach(Directory.Delete);
            throw;
        }

        for (int i = 0; i < files.Count; i++)
            Place(files[i].Path, [.. files.Take(i).Select(file => file.Path)]);
    }

    private void Prepare(PlanStep.WriteFile file, List<string> prepared, List<string> folders)
    {
        string path = target.Absolute(file.Path);
        string? present = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (present != file.ExpectedText)
            throw AdoptionErrors.Changed(file.Path);

        try
        {
            MakeFolder(Path.GetDirectoryName(path)!, folders);
            if (Directory.Exists(path))
                throw new IOException("A folder has its name.");

            // cmd.exe misreads batch files without carriage returns.
            File.WriteAllText(path + Suffix, file.Path.EndsWith(".cmd", StringComparison.Ordinal) ? file.Text.ReplaceLineEndings("\r\n") : file.Text);
            prepared.Add(path + Suffix);
            if (file.IsExecutable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path + Suffix, File.GetUnixFileMode(path + Suffix) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AdoptionErrors.NotWritable(file.Path, e);
        }
    }

    private static void MakeFolder(string folder, List<string> folders)
    {
        if (Directory.Exists(folder))
            return;

        MakeFolder(Path.GetDirectoryName(folder)!, folders);
        Directory.CreateDirectory(folder);
        folders.Add(folder);
    }

    private void Place(string path, string[] done)
    {
        try
        {
            File.Move(target.Absolute(path) + Suffix, target.Absolute(path), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AdoptionErrors.HalfWay(path, done, e);
        }
    }
}
