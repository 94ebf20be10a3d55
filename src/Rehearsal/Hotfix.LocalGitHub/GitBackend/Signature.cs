using System.Globalization;

namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>Who and when, of a commit or a tag.</summary>
internal sealed record Signature(string Name, string Email, DateTimeOffset At)
{
    /// <summary>Reads <c>Name &lt;email&gt; seconds zone</c>.</summary>
    public static Signature Parse(string text)
    {
        int open = text.IndexOf('<', StringComparison.Ordinal);
        int close = text.LastIndexOf('>');
        string seconds = text[(close + 1)..].Trim().Split(' ')[0];
        return new Signature(
            text[..open].Trim(),
            text[(open + 1)..close],
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture))
        );
    }

    public override string ToString() => $"{Name} <{Email}> {At.ToUnixTimeSeconds()} +0000";
}
