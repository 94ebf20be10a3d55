using Hotfix.Components.Guards;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Output.Consoles;

/// <summary>The command that goes on with what this process was started for: the same one, without its secrets.</summary>
internal static class SameCommand
{
    /// <summary>As it is typed in the repository's root.</summary>
    /// <param name="arguments">Behind the program's name.</param>
    /// <param name="secrets">Names of parameters whose values are never shown.</param>
    /// <param name="isWindows">Whose shell it is for.</param>
    public static string Of(IReadOnlyList<string> arguments, IReadOnlyCollection<string> secrets, bool isWindows)
    {
        var given = new GivenArguments(arguments);
        IEnumerable<string> words = given
            .Switches.Where(it => !secrets.Any(secret => Spelling.Same(it.Text, secret)))
            .SelectMany(it => it.Values.Prepend(it.Text));
        return string.Join(
            ' ',
            given
                .Positional.Concat(words)
                .Select(word => ShellWords.Quote(word, isWindows))
                .Prepend(isWindows && OwnCommand.Name == OwnCommand.Script ? @".\build.cmd" : OwnCommand.Name)
        );
    }

    /// <summary>The secrets that were left out, as they are typed; empty without any.</summary>
    public static IReadOnlyList<string> LeftOut(IReadOnlyList<string> arguments, IReadOnlyCollection<string> secrets) =>
        [.. new GivenArguments(arguments).Switches.Select(it => it.Text).Where(text => secrets.Any(secret => Spelling.Same(text, secret))).Distinct()];
}
