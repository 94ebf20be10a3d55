using System.Globalization;

namespace Hotfix.LocalGitHub.Launch;

/// <summary>The command line of the stand-alone server.</summary>
internal sealed record LaunchOptions(string Repository, string Owner, string Name)
{
    public const string Usage = """
        usage: --repository PATH [--owner O] [--name N] [--port P] [--socket PATH] [--data DIR] [--reviewers N] [--checks a,b] [--json]

          --repository  the repository to serve a copy of; it is only read
          --owner       owner on the server; 'local' unless given
          --name        name on the server; the folder's name unless given
          --port        port on 127.0.0.1; a free one unless given
          --socket      a Unix socket beside the port: gh config set http_unix_socket PATH
          --data        folder for the copy; a temporary one unless given
          --reviewers   approvals that a merge needs; 1 unless given, 0 for none
          --checks      checks that a merge needs, by name; 'build' unless given, '' for none
          --json        one line of JSON on standard output when ready, nothing else
        """;

    public int Port { get; init; }

    public string? Socket { get; init; }

    public string? Data { get; init; }

    public int Reviewers { get; init; } = 1;

    public IReadOnlyList<string> Checks { get; init; } = ["build"];

    public bool Json { get; init; }

    /// <summary>Reads the arguments; <c>null</c>, with what is wrong, when they cannot be used.</summary>
    public static LaunchOptions? Parse(IReadOnlyList<string> arguments, out string? problem)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] known = ["--repository", "--owner", "--name", "--port", "--socket", "--data", "--reviewers", "--checks"];
        problem = null;
        bool json = false;
        for (int index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] == "--json")
                json = true;
            else if (known.Contains(arguments[index]) && index + 1 < arguments.Count)
                values[arguments[index]] = arguments[++index];
            else
                problem ??= $"'{arguments[index]}' is not an option, or lacks its value.";
        }

        if (problem is null && !values.ContainsKey("--repository"))
            problem = "'--repository' is missing.";

        problem ??= NotANumber(values, "--port") ?? NotANumber(values, "--reviewers");
        return problem is null ? Make(values, json) : null;
    }

    private static LaunchOptions Make(Dictionary<string, string> values, bool json)
    {
        string path = Path.GetFullPath(values["--repository"]);
        return new LaunchOptions(
            path,
            values.GetValueOrDefault("--owner", "local"),
            values.GetValueOrDefault("--name", Path.GetFileNameWithoutExtension(path.TrimEnd('/', '\\')))
        )
        {
            Port = Number(values, "--port", 0),
            Socket = values.GetValueOrDefault("--socket"),
            Data = values.GetValueOrDefault("--data"),
            Reviewers = Number(values, "--reviewers", 1),
            Checks = values.GetValueOrDefault("--checks", "build").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Json = json,
        };
    }

    private static string? NotANumber(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text) && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? $"'{name}' takes a number, not '{text}'."
            : null;

    private static int Number(Dictionary<string, string> values, string name, int otherwise) =>
        values.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
