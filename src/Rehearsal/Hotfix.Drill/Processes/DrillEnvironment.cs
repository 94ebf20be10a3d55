using System.Text;

namespace Hotfix.Drill.Processes;

/// <summary>
/// The environments that the drill's processes get: what a program needs to run at all, taken from ours by name, and a home of their own.
/// A list of what may pass, not of what may not: any variable can be a parameter of a target.
/// </summary>
internal sealed class DrillEnvironment
{
    private static readonly string[] Names =
    [
        "PATH",
        "LANG",
        "LC_ALL",
        "TZ",
        "TMPDIR",
        "TMP",
        "TEMP",
        "USER",
        "LOGNAME",
        "SHELL",
        "SystemRoot",
        "SystemDrive",
        "windir",
        "ComSpec",
        "PATHEXT",
        "ProgramData",
        "ProgramFiles",
        "ProgramFiles(x86)",
        "ProgramW6432",
        "APPDATA",
        "LOCALAPPDATA",
        "NUMBER_OF_PROCESSORS",
        "PROCESSOR_ARCHITECTURE",
        "OS",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
    ];

    private static readonly string[] Prefixes = ["DOTNET_", "NUGET_", "SSL_CERT_"];
    private static readonly string[] ForbiddenPrefixes = ["DOTNET_HOST", "DOTNET_STARTUP_HOOKS", "DOTNET_CLI_TEST"];
    private readonly Dictionary<string, string> _basis;

    /// <param name="home">The drill's own home folder; holds a <c>.gitconfig</c>.</param>
    /// <param name="own">The environment of this process.</param>
    public DrillEnvironment(string home, IEnumerable<KeyValuePair<string, string>> own)
    {
        Dictionary<string, string> inherited = own.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        _basis = inherited.Where(pair => MayPass(pair.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase);
        string realHome = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string dotnetHome = inherited.GetValueOrDefault("DOTNET_CLI_HOME", realHome);

        // Packages and the user's feeds stay where they are, so that a restore needs no network; git's configuration does not.
        _basis["DOTNET_CLI_HOME"] = dotnetHome;
        _basis["NUGET_PACKAGES"] = inherited.GetValueOrDefault("NUGET_PACKAGES", Path.Combine(dotnetHome, ".nuget", "packages"));
        _basis["HOME"] = _basis["USERPROFILE"] = _basis["XDG_CONFIG_HOME"] = home;
        _basis["GIT_CONFIG_NOSYSTEM"] = "1";
        _basis["GIT_TERMINAL_PROMPT"] = "0";
        _basis["NO_PROXY"] = string.Join(',', new[] { inherited.GetValueOrDefault("NO_PROXY"), "127.0.0.1", "localhost" }.Where(host => host is not null));

        // A drill leaves no process behind, and a build server would stay.
        _basis["MSBUILDDISABLENODEREUSE"] = "1";
        _basis["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        _basis["UseSharedCompilation"] = "false";
    }

    /// <summary>The <c>dotnet</c> that runs this program; it need not be on PATH.</summary>
    public static string Dotnet { get; } = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>For programs that need no credential.</summary>
    public IReadOnlyDictionary<string, string> Plain => _basis;

    /// <summary>Lets every build of the sample from now on use the compiler that stays, whoever starts it: CI, the author or a target.</summary>
    public void Share(CompilerServer compiler)
    {
        foreach ((string name, string value) in compiler.Variables)
            _basis[name] = value;

        // One of its two projects waits for the other: a second node of MSBuild would be started for nothing, four times, and that takes longer than the build.
        _basis["DOTNET_PROCESSOR_COUNT"] = "1";
    }

    /// <summary>For git on behalf of one user of the server: the credential is in the environment only, never in a file.</summary>
    public IReadOnlyDictionary<string, string> ForGit(Uri server, string token) =>
        With(
            new Dictionary<string, string>
            {
                ["GIT_CONFIG_COUNT"] = "1",
                ["GIT_CONFIG_KEY_0"] = $"http.{server.AbsoluteUri}.extraHeader",
                ["GIT_CONFIG_VALUE_0"] = $"Authorization: Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"x-access-token:{token}"))}",
            }
        );

    /// <summary>For the targets: an address and a token are all that tells them that this is not github.com. The file takes the summary of a job.</summary>
    public IReadOnlyDictionary<string, string> ForTargets(Uri server, string token, string summary) =>
        With(
            new Dictionary<string, string>
            {
                ["GITHUB_STEP_SUMMARY"] = summary,
                ["GITHUB_API_URL"] = server.AbsoluteUri.TrimEnd('/'),
                ["GITHUB_GRAPHQL_URL"] = new Uri(server, "graphql").AbsoluteUri,
                ["GITHUB_TOKEN"] = token,
            }
        );

    private static bool MayPass(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (
            Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            && !ForbiddenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        );

    private Dictionary<string, string> With(IReadOnlyDictionary<string, string> more)
    {
        var all = new Dictionary<string, string>(_basis, StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in more)
            all[name] = value;

        return all;
    }
}
