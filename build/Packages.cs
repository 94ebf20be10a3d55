using System.Collections;
using System.IO.Compression;
using System.Security.Cryptography;
using Hotfix.Components.Testing;
using Hotfix.Core.Errors;
using Hotfix.Git.Versions;
using Serilog;

/// <summary>Makes packages with <c>dotnet pack</c>, and takes out of them what differs from run to run.</summary>
internal sealed class Packages(string root, string folder, string version, DateTimeOffset date)
{
    private readonly List<string> _finished = [];

    /// <summary>Deletes the packages of an earlier run: a folder with two versions leaves open which is meant.</summary>
    public void Clear()
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Files())
            File.Delete(file);
    }

    /// <summary>One package of one project for one engine.</summary>
    /// <param name="project">Its folder below <c>src</c>.</param>
    /// <param name="engine">Which engine it is for.</param>
    /// <param name="isReadyToRun">Whether it is also compiled ahead of time, a package for each kind of machine.</param>
    public void Make(string project, string engine, bool isReadyToRun = false)
    {
        Dictionary<string, string?> environment = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value);
        ChildEnvironment.Clean(environment);
        Log.Information("Packing {Project:l} {Version:l} ({Engine:l})", project, version, engine);
        var lines = new List<string>();
        IProcess process = ProcessTasks.StartProcess(
            "dotnet",
            $"pack {Path.Combine(root, "src", project)} --nologo --verbosity quiet --configuration Release --output {folder} --disable-build-servers -p:HotfixPack=true -p:HotfixEngine={engine} -p:Version={version} -p:RestoreAdditionalProjectSources={folder} -p:HotfixReadyToRun={isReadyToRun}",
            root,
            environment.ToDictionary(pair => pair.Key, pair => pair.Value ?? ""),
            logOutput: false,
            logInvocation: false,
            logger: (_, line) => lines.Add(line)
        );
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            foreach (string unfinished in Files().Except(_finished))
                File.Delete(unfinished);

            throw new HotfixException(
                "HF5021",
                what: $"{project} could not be packed; the packages that are there already are not complete.",
                why: lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? string.Join('\n', lines),
                next: $"Make 'dotnet build src/{project} --configuration Release' pass, and run Pack again."
            );
        }

        foreach (string file in Files().Except(_finished))
        {
            Date(file);
            WarnOfCached(file);
            _finished.Add(file);
        }
    }

    /// <summary>What there is, by name.</summary>
    public string[] Files() => [.. Directory.EnumerateFiles(folder, "Hotfix.*.nupkg").Order(StringComparer.Ordinal)];

    // The moment of packing is all that differs from run to run. At once, since the next project may restore this package.
    private void Date(string file)
    {
        using ZipArchive archive = ZipFile.Open(file, ZipArchiveMode.Update);
        foreach (ZipArchiveEntry entry in archive.Entries)
            entry.LastWriteTime = date;
    }

    // A restore takes what the package cache has of a version, whatever the folder holds.
    private void WarnOfCached(string file)
    {
        string id = Path.GetFileName(file)[..^$".{version}.nupkg".Length].ToLowerInvariant();
        string hash = Path.Combine(PackageCache.Folder, id, version, $"{id}.{version}.nupkg.sha512");
        if (File.Exists(hash) && File.ReadAllText(hash).Trim() != Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(file))))
        {
            Log.Warning(
                "The package cache has another {Id:l} {Version:l}, which restores will take: delete {Folder:l}, or pack with another --package-version",
                id,
                version,
                Path.GetDirectoryName(hash)
            );
        }
    }
}
