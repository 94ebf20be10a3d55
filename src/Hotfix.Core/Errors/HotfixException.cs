namespace Hotfix.Core.Errors;

/// <summary>The run stopped where it did not intend to; carries a code and the three parts that every message has.</summary>
public sealed class HotfixException : Exception
{
    /// <param name="code"><c>HFnnnn</c>, a row of docs/errors.md.</param>
    /// <param name="what">What happened, with the values, and whether anything changed.</param>
    /// <param name="why">The evidence: exit code, HTTP status, the two shas that differ.</param>
    /// <param name="next">One command, setting or person.</param>
    /// <param name="innerException">The cause, kept whole; <c>null</c> when there is none.</param>
    public HotfixException(string code, string what, string why, string next, Exception? innerException = null)
        : this(new Refusal(code, what, why, next), innerException) { }

    /// <summary>Stops the run with a refusal that was decided as a value.</summary>
    public HotfixException(Refusal refusal, Exception? innerException = null)
        : base(refusal.ToString(), innerException)
    {
        Refusal = refusal;
    }

    /// <summary>The message in its parts.</summary>
    public Refusal Refusal { get; }

    /// <summary><c>HFnnnn</c>; always a row of docs/errors.md.</summary>
    public string Code => Refusal.Code;

    /// <summary>The message and the messages behind it; no stack trace, which at 03:00 hides the three lines that count.</summary>
    public override string ToString()
    {
        string text = Message;
        for (Exception? inner = InnerException; inner is not null; inner = inner.InnerException)
            text += $"\ncause: {inner.GetType().Name}: {inner.Message}";

        return text;
    }
}
