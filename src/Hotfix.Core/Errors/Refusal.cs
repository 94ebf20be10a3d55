namespace Hotfix.Core.Errors;

/// <summary>Why we will not: a decision, with its evidence and the way on.</summary>
/// <param name="Code"><c>HFnnnn</c>, a row of docs/errors.md.</param>
/// <param name="What">What happened, with the values, and whether anything changed.</param>
/// <param name="Why">The evidence.</param>
/// <param name="Next">One command, setting or person.</param>
public sealed record Refusal(string Code, string What, string Why, string Next)
{
    /// <summary>One command, setting or person; a command is the one that this run was started with.</summary>
    public string Next { get; init; } = OwnCommand.In(Next);

    /// <summary>
    /// What happened, without a word on whether anything was changed: for a text that goes on. The whole first part where nobody said it apart.
    /// </summary>
    public string Fact { get; init; } = What;

    /// <summary>
    /// What a command of somebody's printed at its end, of any content, by line. For the terminal and the log alone: it may hold what no mask knows,
    /// so that nothing that others read (thread, deployment, summary) has it.
    /// </summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>A refusal before anything was changed.</summary>
    /// <param name="code"><c>HFnnnn</c>, a row of docs/errors.md.</param>
    /// <param name="fact">What happened; that nothing was changed is added.</param>
    /// <param name="why">The evidence.</param>
    /// <param name="next">One command, setting or person.</param>
    public static Refusal Unchanged(string code, string fact, string why, string next) => new(code, $"{fact}; nothing was changed.", why, next) { Fact = fact };

    /// <summary>The message as people see it, three lines, with what a command printed behind the second.</summary>
    public override string ToString() => $"{Code}: {What}\nwhy:  {Why}{string.Concat(Output.Select(line => $"\n      | {line}"))}\nnext: {Next}";
}
