namespace Nuke.Common.Execution;

/// <summary>A condition's source text, <c>() =&gt; DryRun</c>, as the summary shows it: <c>DryRun</c>, on one line.</summary>
internal static class ConditionText
{
    public static string Of(string? expression)
    {
        string line = string.Join(' ', (expression ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        int arrow = line.StartsWith("()", StringComparison.Ordinal) ? line.IndexOf("=>", StringComparison.Ordinal) : -1;
        return arrow < 0 ? line : line[(arrow + 2)..].TrimStart();
    }
}
