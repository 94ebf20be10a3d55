namespace Hotfix.Core.Errors;

/// <summary>Why we will not: a decision, with its evidence and the way on.</summary>
/// <param name="Code"><c>HFnnnn</c>, a row of docs/errors.md.</param>
/// <param name="What">What happened, with the values, and whether anything changed.</param>
/// <param name="Why">The evidence.</param>
/// <param name="Next">One command, setting or person.</param>
public sealed record Refusal(string Code, string What, string Why, string Next)
{
    /// <summary>The message as people see it, three lines.</summary>
    public override string ToString() => $"{Code}: {What}\nwhy:  {Why}\nnext: {Next}";
}
