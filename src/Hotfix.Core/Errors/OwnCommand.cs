using System.Text.RegularExpressions;

namespace Hotfix.Core.Errors;

/// <summary>
/// The command that this run was started with. Messages are written with <c>./build.sh</c>; here, and nowhere else, they get the name that the reader can type.
/// </summary>
internal static partial class OwnCommand
{
    /// <summary>What messages are written with: the script of a repository that has a build of its own.</summary>
    public const string Script = "./build.sh";

    /// <summary>The installed tool.</summary>
    public const string Tool = "hotfix";

    /// <summary>Environment variable by which a program that starts the build says how it was started itself.</summary>
    public const string Variable = "HOTFIX_STARTED_AS";

    /// <summary>What whoever started this run types; <c>./build.sh</c> unless the program said otherwise.</summary>
    public static string Name { get; private set; } = Script;

    /// <summary>What everybody in this repository can type: the text of an issue must not depend on who ran last.</summary>
    public static string NameForAll { get; private set; } = Script;

    /// <summary>Called once, at the start of the program, before there is any message.</summary>
    /// <param name="name">As it is typed, <c>hotfix</c>; empty changes nothing.</param>
    /// <param name="hasScript">Whether the repository has a build of its own, which everybody can start.</param>
    public static void StartedAs(string? name, bool hasScript)
    {
        Name = string.IsNullOrWhiteSpace(name) ? Name : name;
        NameForAll = hasScript ? Script : Name;
    }

    /// <summary>The text with the command that this run was started with.</summary>
    public static string In(string text) => In(text, Name);

    /// <summary>The text as it is for everybody: in a pull request, an issue, a page.</summary>
    public static string ForAll(string text) => In(text, NameForAll);

    /// <summary>
    /// The text with that command. A team's own command is left: ours is followed by a target, which begins with a capital, a switch or an ellipsis.
    /// </summary>
    public static string In(string text, string name) => name == Script ? text : Ours().Replace(text, name.Replace("$", "$$", StringComparison.Ordinal));

    [GeneratedRegex(@"\./build\.sh(?= (?:\p{Lu}|--|…|\.\.\.))", RegexOptions.CultureInvariant)]
    private static partial Regex Ours();
}
