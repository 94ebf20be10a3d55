using System.Collections;

namespace Hotfix.Git.Versions;

/// <summary>GitVersion reads a CI machine's variables and then answers for the branch that they name; so it sees next to none.</summary>
internal static class VersionEnvironment
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH",
        "HOME",
        "USERPROFILE",
        "TMPDIR",
        "TEMP",
        "TMP",
        "SYSTEMROOT",
        "WINDIR",
        "LOCALAPPDATA",
        "APPDATA",
        "LANG",
        "DOTNET_ROOT",
        "DOTNET_ROOT_X64",
        "DOTNET_ROOT_ARM64",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
    };

    /// <summary>Every other variable of this process, to be removed; and that the runtime compiles nothing twice in its second of life.</summary>
    public static IReadOnlyDictionary<string, string?> Changes() =>
        new Dictionary<string, string?>(
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(variable => (string)variable.Key)
                .Where(name => !Kept.Contains(name))
                .Select(name => KeyValuePair.Create(name, (string?)null))
        )
        {
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCountingDelayMs"] = "2710", // hexadecimal: 10 seconds
        };
}
