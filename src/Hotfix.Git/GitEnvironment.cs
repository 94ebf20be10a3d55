using System.Globalization;

namespace Hotfix.Git;

/// <summary>The environment that git sees: the user's configuration, our language, nobody's prompts, and no repository but the one at hand.</summary>
internal static class GitEnvironment
{
    // git rev-parse --local-env-vars of git 2.39, without GIT_CONFIG_COUNT: that one carries settings of the user's
    // (safe.directory in containers, a proxy), not the location of another repository. Ours are added behind them.
    private static readonly string[] RepositoryLocal =
    [
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CONFIG",
        "GIT_CONFIG_PARAMETERS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_GRAFT_FILE",
        "GIT_INDEX_FILE",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_REPLACE_REF_BASE",
        "GIT_PREFIX",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_COMMON_DIR",
        "GIT_NAMESPACE",
        "GIT_QUARANTINE_PATH",
    ];

    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["LC_ALL"] = "C",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["GIT_TRACE_REDACT"] = "1", // a trace that somebody has switched on would show our header otherwise
        ["GIT_PAGER"] = "cat",
        ["GIT_EDITOR"] = "true",
        ["GIT_SEQUENCE_EDITOR"] = "true",
        ["GIT_MERGE_AUTOEDIT"] = "no",
    };

    // Whatever the user has set: what is done to this repository is not done to its submodules.
    private static readonly (string Key, string Value)[] Settings =
    [
        ("submodule.recurse", "false"),
        ("fetch.recurseSubmodules", "false"),
        ("push.recurseSubmodules", "no"),
    ];

    public static void Apply(
        IDictionary<string, string?> environment,
        IReadOnlyDictionary<string, string?>? overlay,
        GitCall call,
        GitAuthentication? authentication
    )
    {
        Lay(environment, overlay);
        foreach (string name in RepositoryLocal)
            environment.Remove(name);

        foreach ((string name, string value) in Ours)
            environment[name] = value;

        AddSettings(environment, Settings);
        if (authentication is not null && (call.SendsAuthentication || authentication.IsForEveryCall))
        {
            environment["GIT_ASKPASS"] = "";
            AddSettings(environment, authentication.Settings());
        }

        Lay(environment, call.Environment);
    }

    private static void Lay(IDictionary<string, string?> environment, IReadOnlyDictionary<string, string?>? overlay)
    {
        foreach ((string name, string? value) in overlay ?? new Dictionary<string, string?>())
        {
            if (value is null)
            {
                environment.Remove(name);
            }
            else
            {
                environment[name] = value;
            }
        }
    }

    private static void AddSettings(IDictionary<string, string?> environment, IEnumerable<(string Key, string Value)> settings)
    {
        environment.TryGetValue("GIT_CONFIG_COUNT", out string? present);
        int count = int.TryParse(present, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        foreach ((string key, string value) in settings)
        {
            environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_KEY_{count}")] = key;
            environment[string.Create(CultureInfo.InvariantCulture, $"GIT_CONFIG_VALUE_{count}")] = value;
            count++;
        }

        environment["GIT_CONFIG_COUNT"] = count.ToString(CultureInfo.InvariantCulture);
    }
}
