using Hotfix.Core.Errors;

namespace Hotfix.Core.Refs;

/// <summary>The full name of one commit.</summary>
/// <remarks>Shape: 40 lower-case hex digits (64 in a SHA-256 repository).</remarks>
public readonly record struct CommitSha
{
    private readonly string? _value;

    private CommitSha(string value)
    {
        _value = value;
    }

    /// <summary>40 or 64 lower-case hex digits.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A default CommitSha names no commit.");

    /// <summary>The first eight digits, for people.</summary>
    public string Short => Value[..8];

    /// <exception cref="HotfixException">HF1001 when <paramref name="text"/> is not a full sha.</exception>
    public static CommitSha Parse(string text) =>
        TryParse(text, out CommitSha sha)
            ? sha
            : throw new HotfixException(
                "HF1001",
                what: $"'{text}' is not a full commit sha; nothing was changed.",
                why: "A commit is named by 40 (or 64) lower-case hex digits.",
                next: $"Run 'git rev-parse \"{text}^{{commit}}\"' and pass what it prints."
            );

    /// <summary><c>false</c>, and a default value, when <paramref name="text"/> is not a full sha.</summary>
    public static bool TryParse(string? text, out CommitSha sha)
    {
        bool isSha = text is { Length: 40 or 64 } && text.All(char.IsAsciiHexDigitLower);
        sha = isSha ? new CommitSha(text!) : default;
        return isSha;
    }

    /// <summary>The full sha.</summary>
    public override string ToString() => Value;
}
