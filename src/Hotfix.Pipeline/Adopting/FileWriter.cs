using System.Text;
using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Adopting;

/// <summary>Writes files all or nothing, as far as a file system allows: each beside its place first, then all into place.</summary>
internal sealed class FileWriter(AdoptionTarget target)
{
    private const string Suffix = ".hotfix-init";

    /// <exception cref="Core.Errors.HotfixException">HF4253 with nothing changed, HF4257 when a file is not what was compared, HF4254 when the last step
    /// failed.</exception>
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

    /// <summary>Takes files away, and folders that are empty then.</summary>
    public void Remove(IReadOnlyList<PlanStep.RemoveFile> files)
    {
        foreach (PlanStep.RemoveFile file in files)
        {
            string path = target.Absolute(file.Path);
            File.Delete(path);
            for (
                string folder = Path.GetDirectoryName(path)!;
                folder.Length > target.Root.Length && !Directory.EnumerateFileSystemEntries(folder).Any();
                folder = Path.GetDirectoryName(folder)!
            )
            {
                Directory.Delete(folder);
            }
        }
    }

    private void Prepare(PlanStep.WriteFile file, List<string> prepared, List<string> folders)
    {
        string path = target.Absolute(file.Path);
        string? present = File.Exists(path) ? File.ReadAllText(path) : null;
        if (present?.ReplaceLineEndings("\n") != file.ExpectedText)
            throw AdoptionErrors.Changed(file.Path);

        try
        {
            MakeFolder(Path.GetDirectoryName(path)!, folders);
            if (Directory.Exists(path))
                throw new IOException("A folder has its name.");

            // cmd.exe misreads batch files without carriage returns; a file of the repository's own keeps what it has, and its byte order mark.
            bool hasReturns = file.Path.EndsWith(".cmd", StringComparison.Ordinal) || present?.Contains("\r\n", StringComparison.Ordinal) == true;
            File.WriteAllText(
                path + Suffix,
                hasReturns ? file.Text.ReplaceLineEndings("\r\n") : file.Text,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasMark(path))
            );
            prepared.Add(path + Suffix);
            if (file.IsExecutable && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(
                    path + Suffix,
                    File.GetUnixFileMode(path + Suffix) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
                );
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AdoptionErrors.NotWritable(file.Path, e);
        }
    }

    private static bool HasMark(string path)
    {
        if (!File.Exists(path))
            return false;

        using FileStream file = File.OpenRead(path);
        byte[] start = new byte[3];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == 3 && start.AsSpan().SequenceEqual(Encoding.UTF8.Preamble);
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
