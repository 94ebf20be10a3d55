using Hotfix.Components.Output.Consoles;
using Hotfix.Core.Text;

namespace Hotfix.Components.Output.Summaries;

/// <summary>What a job shows on its page: an error for each reason that it failed for, a notice for somebody's move.</summary>
internal static class Annotations
{
    private const int MaxLength = 2_000;

    /// <summary>Workflow commands, one a line.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="errors">What the engine reported, escaped already; what is told otherwise is left out.</param>
    public static IEnumerable<string> Of(RunEnd end, IReadOnlyList<string> errors)
    {
        if (end.IsWaiting)
            yield return WorkflowCommand.Annotate("notice", "Somebody's move", Cut(string.Join('\n', end.Record.Waits)));

        if (end.State != "failed")
            yield break;

        foreach (Core.Errors.Refusal refusal in end.Refusals)
            yield return WorkflowCommand.Annotate("error", refusal.Code, Cut($"{refusal.What}\nwhy:  {refusal.Why}\nnext: {refusal.Next}"));

        foreach (Failure failure in end.OtherFailures)
            yield return WorkflowCommand.Annotate("error", failure.Target ?? "Build", Cut($"{failure.Exception.GetType().Name}: {failure.Exception.Message}"));

        foreach (string error in errors.Distinct().Where(error => !IsToldOtherwise(end, error)))
            yield return $"::error::{error}";
    }

    private static bool IsToldOtherwise(RunEnd end, string error) =>
        (end.Failures.Count > 0 && error.StartsWith("Target ", StringComparison.Ordinal))
        || end.Refusals.Any(refusal => error.StartsWith(refusal.Code, StringComparison.Ordinal))
        || end.OtherFailures.Any(failure => error == Escaped(failure.Exception.Message));

    private static string Escaped(string text) => WorkflowCommand.Annotate("", "", text)[":: title=::".Length..];

    private static string Cut(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Take(20).Select(line => PlainText.OneLine(line, MaxLength)));
}
