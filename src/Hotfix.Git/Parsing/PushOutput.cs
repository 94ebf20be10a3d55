namespace Hotfix.Git.Parsing;

/// <summary>What <c>git push --porcelain</c> said of the one ref that was pushed.</summary>
/// <param name="Flag"><c>*</c> new, space fast-forwarded, <c>=</c> up to date, <c>!</c> rejected; <c>null</c>: it did not come that far.</param>
/// <param name="Summary">The rest, for people.</param>
/// <remarks>Source: git-push(1), "OUTPUT".</remarks>
internal sealed record PushOutput(char? Flag, string Summary)
{
    /// <summary>Whether the remote, or the lease, has said yes or no; <c>false</c> too for "the remote failed to report".</summary>
    public bool IsDecided => Flag is not null && !(Flag == '!' && Summary.StartsWith("[remote failure]", StringComparison.Ordinal));

    public static PushOutput Parse(string output)
    {
        string? line = output.Split('\n').FirstOrDefault(line => line.Length > 2 && line[1] == '\t');
        return line is null ? new PushOutput(null, "") : new PushOutput(line[0], line[(line.LastIndexOf('\t') + 1)..].TrimEnd('\r'));
    }
}
