using CsCheck;

namespace Hotfix.Core.Tests.Requests;

/// <summary>Descriptions as people type them, and worse.</summary>
internal static class Descriptions
{
    private static readonly string[] Hostile =
    [
        "../../etc/passwd",
        "-rf",
        "--force",
        ".lock",
        "a.lock",
        "x..y",
        "@{-1}",
        "HEAD",
        "refs/heads/main",
        "$(reboot)",
        "`id`",
        "a;b|c&d>e<f",
        "https://github.com/acme/shop/issues/17",
        "https://[::1",
        "http://",
        "://",
        "see (https://example.com/a%2e%2e/b%0A)",
        "#17",
        "1.5.0",
        "v2",
        "don't",
        "don\u2019t",
        "null ref in checkout",
        "PROJ-123: crash",
        "Größe überschritten",
        "\u0130stanbul",
        "naïve façade",
        "Ελλάδα",
        "снова",
        "хрустит ещё",
        "修复结账",
        "がき",
        "한국어",
        "हिन्दी",
        "ภาษาไทย",
        "עברית",
        "مرحبا",
        "🔥🔥",
        "👩‍👩‍👧",
        "e\u0301",
        "\u0301",
        "\ud83d",
        "\udd25",
        "\u202e\u2066",
        "\0",
        "\u001b[31m",
        "\r\n",
        "\u2028",
        "~^:?*[\\",
        new string('x', 300),
        "\u1112\u1161\u11ab",
        "\ufb01x",
        "Ⅷ",
        "½",
        "१२",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (4, Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index])),
        (3, Gen.String[Gen.Char["abcXYZ019 -_./"], 0, 30]),
        (2, Gen.String[Gen.Char, 0, 12]),
        (1, Gen.String[Gen.Char['\u00c0', '\u0600'], 1, 20])
    );

    public static Gen<string> Any { get; } = Piece.Array[0, 8].Select(pieces => string.Join(' ', pieces));
}
