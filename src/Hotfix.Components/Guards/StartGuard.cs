using System.Text.Json;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Guards;

/// <summary>
/// Checks what NUKE reads while its types are being loaded, or for every parameter anew: there a bad value crashes the process (exit code 134)
/// or floods the console, before any extension has a say. So it is called first thing in <c>Main</c>.
/// </summary>
internal sealed class StartGuard(GivenArguments given, IReadOnlyDictionary<string, string> variables, string workingDirectory)
{
    private static readonly string[] HostsOfNuke =
    [
        "AppVeyor",
        "AzurePipelines",
        "Bamboo",
        "Bitbucket",
        "Bitrise",
        "GitHubActions",
        "GitLab",
        "Jenkins",
        "Rider",
        "SpaceAutomation",
        "TeamCity",
        "Terminal",
        "TravisCI",
        "VisualStudio",
        "VSCode",
    ];

    private static readonly string[] HostsOfTheEmbeddedEngine = ["GitHubActions", "Terminal"];

    /// <summary>What an installed program found out itself; <c>null</c> for a repository's own build.</summary>
    public ProgramPlace? Place { get; init; }

    public IEnumerable<Refusal> Check()
    {
        string[] hosts = EngineKind.IsEmbedded ? HostsOfTheEmbeddedEngine : HostsOfNuke;
        Refusal?[] refusals = [CheckChoice("HF1068", "Verbosity", Enum.GetNames<Verbosity>()), CheckChoice("HF1069", "Host", hosts)];
        string? root = Place?.Root;
        Refusal? noRoot = root is null ? CheckRoot(out root) : null;
        return refusals
            .Append(noRoot)
            .OfType<Refusal>()
            .Concat(
                root is null
                    ? []
                    : CheckFiles(EngineKind.FolderOf(root)).Concat(CheckFolder(Place?.FilesDirectory ?? Path.Combine(EngineKind.FolderOf(root), "temp")))
            );
    }

    // NUKE keeps its logs there, and ends with a crash where it cannot; a full disk takes a file's name, and not its content.
    private IEnumerable<Refusal> CheckFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(
                Path.Combine(folder, $"writable-{Environment.ProcessId}"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            file.Write(new byte[4096]);
            return new HeldLog(folder).MakeWay(given);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [NotWritable(folder, e)];
        }
    }

    private Refusal? CheckChoice(string code, string name, string[] choices)
    {
        string? value = Value(name);
        return value is null || choices.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? null
            : new Refusal(
                code,
                $"'{value}' is no value of --{Spelling.Dashed(name)}; nothing was changed.",
                $"It takes one of {string.Join(", ", choices)}.",
                Spelling.Nearest(value, choices) is { } nearest ? $"--{Spelling.Dashed(name)} {nearest}" : $"Leave --{Spelling.Dashed(name)} out."
            );
    }

    private Refusal? CheckRoot(out string? root)
    {
        string? named = given.Last("Root") is { } argument
            ? argument.Values.Count > 0
                ? argument.Values[0]
                : workingDirectory
            : Variable("Root");
        if (named is not null)
        {
            string path = Path.GetFullPath(named, workingDirectory);
            root = Directory.Exists(path) ? path : null;
            return root is not null
                ? null
                : new Refusal(
                    "HF1070",
                    $"The root directory '{path}' does not exist; nothing was changed.",
                    "--root (or NUKE_ROOT) names it.",
                    "Name the folder of the repository, or leave it out."
                );
        }

        root = WalkUp();
        return root is not null
            ? null
            : new Refusal(
                "HF1070",
                $"'{workingDirectory}' is not inside a repository with a build; nothing was changed.",
                "No '.nuke' directory was found there or in a folder above it.",
                "Run it inside the repository; in a new one, create '.nuke' first: mkdir .nuke"
            );
    }

    private string? WalkUp()
    {
        for (DirectoryInfo? directory = new(workingDirectory); directory is not null; directory = directory.Parent)
        {
            if (EngineKind.Folders.Any(name => Path.Exists(Path.Combine(directory.FullName, name))))
                return directory.FullName;
        }

        return null;
    }

    private IEnumerable<Refusal> CheckFiles(string folder)
    {
        IEnumerable<string> profiles = given.Last("Profile")?.Values ?? (Variable("Profile") is { } profile ? [profile] : []);
        foreach (string name in profiles)
        {
            string file = Path.Combine(folder, $"parameters.{name}.json");
            if (!File.Exists(file))
            {
                yield return new Refusal(
                    "HF1073",
                    $"The profile '{name}' has no parameters file; nothing was changed.",
                    $"There is no '{file}'.",
                    Known(folder)
                );
            }
            else if (CheckJson(file) is { } broken)
            {
                yield return broken;
            }
        }

        string parameters = Path.Combine(folder, "parameters.json");
        if (File.Exists(parameters) && CheckJson(parameters) is { } refusal)
            yield return refusal;
    }

    private static string Known(string folder)
    {
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "parameters.*.json") : [];
        string[] profiles = [.. files.Select(file => Path.GetFileName(file).Split('.')[1]).Order(StringComparer.Ordinal)];
        return profiles.Length == 0 ? "Create it, or leave --profile out: there is no profile yet." : $"The profiles are {string.Join(", ", profiles)}.";
    }

    private static Refusal? CheckJson(string file)
    {
        try
        {
            using JsonDocument document = ParametersFile.Read(file);
            return document.RootElement.ValueKind == JsonValueKind.Object ? null : Broken(file, "It is no JSON object.");
        }
        catch (JsonException e)
        {
            return Broken(file, e.Message);
        }
    }

    private static Refusal Broken(string file, string reason) =>
        new("HF1074", $"The parameters file '{file}' cannot be read; nothing was changed.", reason, "Correct it at the place that is named.");

    private string? Value(string name) =>
        given.Last(name) is { } argument
            ? argument.Values.Count > 0
                ? argument.Values[0]
                : null
            : Variable(name);

    private string? Variable(string name)
    {
        string bare = "NUKE" + Spelling.Bare(name);
        return variables.FirstOrDefault(variable => variable.Value.Length > 0 && Spelling.Bare(variable.Key) == bare).Value;
    }

    internal static Refusal NotWritable(string folder, Exception cause) =>
        new(
            "HF1101",
            $"{folder} cannot be written to, and a build keeps its files there; what was done before this stands.",
            $"The system says: {cause.Message}",
            "Make room on the disk, or the folder writable, and run the same command again."
        );
}
