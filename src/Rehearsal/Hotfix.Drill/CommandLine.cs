using Hotfix.Core.Errors;

namespace Hotfix.Drill;

/// <summary>Reads the arguments of <c>drill</c>.</summary>
internal static class CommandLine
{
    /// <exception cref="HotfixException">HF5901 when an argument is unknown, lacks its value, or names a file that is not there.</exception>
    public static DrillOptions Parse(IReadOnlyList<string> arguments)
    {
        string? build = null;
        var options = new DrillOptions("");
        for (int i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--build":
                    build = Value(arguments, ref i);
                    break;
                case "--here":
                    options = options with { Here = Path.GetFullPath(Value(arguments, ref i)) };
                    break;
                case "--folder":
                    options = options with { Folder = Path.GetFullPath(Value(arguments, ref i)) };
                    break;
                case "--scenario":
                    options = options with { Scenario = Scenarios.Find(Value(arguments, ref i)) };
                    break;
                case "--lane":
                    bool? isExceptional = IsExceptional(Value(arguments, ref i));
                    options = options with { IsExceptional = isExceptional == true, IsLaneSaid = isExceptional is not null };
                    break;
                case "--against":
                    options = options with { Against = Value(arguments, ref i) };
                    break;
                case "--confirm":
                    options = options with { Confirm = Value(arguments, ref i) };
                    break;
                case "--keep":
                    options = options with { Keeps = true };
                    break;
                case "--quiet":
                    options = options with { IsQuiet = true };
                    break;
                default:
                    throw DrillFailure.BadCommandLine($"'{arguments[i]}' is not known.");
            }
        }

        if (options.IsExceptional && (options.Here is not null || options.Scenario is { HasBothLanes: false } && options.Scenario != Scenarios.Plain))
        {
            throw DrillFailure.BadCommandLine(
                "The exceptional lane is rehearsed with the sample repository, and nothing else goes wrong in it: --lane exceptional takes neither --here nor --scenario."
            );
        }

        if (options.Against is not null && (options.IsExceptional || options.Here is not null || options.Scenario != Scenarios.Plain))
        {
            throw DrillFailure.BadCommandLine(
                "--against walks the standard lane with the sample repository: it takes neither --lane exceptional nor --here nor --scenario."
            );
        }

        if (options.Here is not null && (options.Scenario.Habits != Rehearsals.TeamHabits.Own || options.Scenario.IsInNode || options.Scenario.FixIsOnMain))
            throw DrillFailure.BadCommandLine($"Scenario '{options.Scenario.Name}' is about the sample's own team and history: it takes no --here.");

        return build is null ? throw DrillFailure.BadCommandLine("--build is missing.")
            : !File.Exists(build) ? throw DrillFailure.BadCommandLine($"--build is '{build}', which is not there.")
            : options with { BuildAssembly = Path.GetFullPath(build) };
    }

    private static bool? IsExceptional(string lane) =>
        lane.ToUpperInvariant() switch
        {
            "AUTO" => null,
            "STANDARD" => false,
            "EXCEPTIONAL" => true,
            _ => throw DrillFailure.BadCommandLine($"--lane is '{lane}'; it is standard or exceptional."),
        };

    private static string Value(IReadOnlyList<string> arguments, ref int index) =>
        index + 1 < arguments.Count && !arguments[index + 1].StartsWith("--", StringComparison.Ordinal)
            ? arguments[++index]
            : throw DrillFailure.BadCommandLine($"{arguments[index]} lacks its value.");
}
