using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hotfix.Testing;

/// <summary>A real git repository in a folder of its own, with a fixed author, fixed dates, and none of the machine's git configuration.</summary>
public sealed class TempRepository : IDisposable
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TempFolder? _owned;

    /// <summary>Runs <c>git init</c> with branch <c>main</c> in a new temporary folder.</summary>
    public TempRepository(bool bare = false)
    {
        _owned = new TempFolder();
        Path = _owned.Combine("repo");
        Directory.CreateDirectory(Path);
        Git(bare ? ["init", "--quiet", "--bare", "--initial-branch=main"] : ["init", "--quiet", "--initial-branch=main"]);
    }

    private TempRepository(string path)
    {
        Path = path;
    }

    private TempRepository(TempFolder owned, string path)
    {
        _owned = owned;
        Path = path;
    }

    public string Path { get; }

    /// <summary>Lays the same clean environment over that of a program under test; <c>null</c> removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment
    {
        get
        {
            var environment = System
                .Environment.GetEnvironmentVariables()
                .Keys.Cast<string>()
                .Where(name => name.StartsWith("GIT_", StringComparison.Ordinal))
                .ToDictionary(name => name, _ => (string?)null);
            var clean = new Dictionary<string, string?>(environment);
            Clean(clean, System.IO.Path.GetDirectoryName(Path)!);
            foreach ((string name, string? value) in clean)
                environment[name] = value;

            return environment;
        }
    }

    /// <summary>The instant of day <paramref name="day"/> of every fixture: 1 January 2026 09:00 UTC plus that many days.</summary>
    public static DateTimeOffset Day(int day) => Epoch.AddDays(day);

    /// <summary>A copy of one of a template's repositories, in a temporary folder of its own.</summary>
    public static TempRepository CopyOf(RepositoryTemplate template, string name)
    {
        var folder = new TempFolder();
        string path = folder.Combine("repo");
        template.CopyTo(path, name);
        return new TempRepository(folder, path);
    }

    /// <summary>A copy of one of a template's clones; its remote is at <paramref name="otherAddress"/>, no longer at <paramref name="address"/>.</summary>
    public static TempRepository CloneOf(RepositoryTemplate template, string name, string address, string otherAddress)
    {
        var folder = new TempFolder();
        string path = folder.Combine("repo");
        template.CloneTo(path, name, address, otherAddress);
        return new TempRepository(folder, path);
    }

    /// <summary>Wraps a repository that already exists; disposing leaves it there.</summary>
    public static TempRepository At(string path) => new(path);

    /// <summary>Clones this repository into a temporary folder of its own; <c>origin</c> is this one's path.</summary>
    /// <param name="options">For <c>git clone</c>, such as <c>--depth=1</c>, which then goes through <c>file://</c>.</param>
    public TempRepository Clone(params string[] options)
    {
        var folder = new TempFolder();
        string path = folder.Combine("repo");
        bool isShallow = options.Any(option => option.StartsWith("--depth", StringComparison.Ordinal));
        Git(["clone", "--quiet", .. options, isShallow ? $"file://{Path}" : Path, path]);
        return new TempRepository(folder, path);
    }

    /// <summary>The environment in which every git of a test runs: own HOME, no system or global configuration, fixed identity.</summary>
    public static void Clean(IDictionary<string, string?> environment, string home)
    {
        foreach (string name in environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            environment.Remove(name);

        // What is read here is no terminal, and NUKE colours by this variable alone.
        environment.Remove("TERM");
        environment["HOME"] = home;
        environment["XDG_CONFIG_HOME"] = home;
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["LC_ALL"] = "C";
        environment["GIT_AUTHOR_NAME"] = environment["GIT_COMMITTER_NAME"] = "Ada Author";
        environment["GIT_AUTHOR_EMAIL"] = environment["GIT_COMMITTER_EMAIL"] = "ada@example.com";
    }

    /// <summary>Writes a file below the work tree; folders are made as needed.</summary>
    public TempRepository Write(string file, string content)
    {
        string full = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    /// <summary>Stages everything and commits at a fixed date; returns the new commit's sha.</summary>
    public string Commit(string message, DateTimeOffset? at = null)
    {
        Git(["add", "--all"]);
        Git(["commit", "--quiet", "--allow-empty", "--message", message], at ?? Epoch);
        return Head;
    }

    /// <summary>Writes one file and commits it.</summary>
    public string CommitFile(string file, string content, string message, DateTimeOffset? at = null) => Write(file, content).Commit(message, at);

    public string Head => Git(["rev-parse", "HEAD"]);

    public string Resolve(string revision) => Git(["rev-parse", "--verify", revision]);

    /// <summary>Runs git here; returns its standard output without the last line break; throws with both streams when it fails.</summary>
    public string Git(string[] arguments, DateTimeOffset? at = null, string input = "")
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Clean(start.Environment, System.IO.Path.GetDirectoryName(Path)!);
        string date = (at ?? Epoch).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = date;
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd('\n', '\r')
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)} ended with {process.ExitCode}\n{output}\n{errors.Result}");
    }

    /// <summary>Runs <c>git fast-import</c> on what <paramref name="write"/> writes.</summary>
    public async Task ImportAsync(Func<TextWriter, Task> write, params string[] options)
    {
        var start = new ProcessStartInfo("git", ["fast-import", "--quiet", .. options]) { WorkingDirectory = Path, RedirectStandardInput = true };
        Clean(start.Environment, System.IO.Path.GetDirectoryName(Path)!);
        using Process process = Process.Start(start)!;
        await using (var input = new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            await write(input);

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"git fast-import ended with {process.ExitCode}.");
    }

    public void Dispose() => _owned?.Dispose();
}
