using System.Text.RegularExpressions;

namespace Hotfix.Components.Output.Consoles;

/// <summary>
/// Stands before the log of a job: what a description, a check's log or a test's output holds is no command to the runner. The engine's own commands pass; its
/// errors are kept, since a run ends with annotations of its own, which say more.
/// </summary>
internal sealed partial class ActionsWriter(TextWriter inner) : LineWriter(inner)
{
    private readonly List<string> _errors = [];

    /// <summary>Errors that the engine reported so far, as it wrote them: escaped.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>What it stands before, for commands of our own.</summary>
    public TextWriter Raw => Inner;

    // An engine writes a command at once, as a line of its own. A line within a longer text is that text's.
    protected override bool Takes(string text)
    {
        Match command = EngineCommand.Match(text);
        if (!command.Success)
            return false;

        if (command.Groups["name"].Value == "error")
            _errors.Add(command.Groups["text"].Value);
        else
            Inner.Write(WorkflowText(command));

        return true;
    }

    protected override string? Change(string line) => WorkflowCommand.Neutral(line);

    private static string WorkflowText(Match command) => $"::{command.Groups["name"].Value}::{command.Groups["text"].Value}\n";

    [GeneratedRegex(@"\A::(?<name>group|endgroup|warning|error|debug)::(?<text>[^\r\n]*)\r?\n\z", RegexOptions.CultureInvariant)]
    private static partial Regex EngineCommand { get; }
}
