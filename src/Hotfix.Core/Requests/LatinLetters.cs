using System.Text;

namespace Hotfix.Core.Requests;

/// <summary>Plain letters for accented Latin ones. Culture data is not loaded (globalization-invariant mode), so Unicode's own decomposition is not at hand.</summary>
internal static class LatinLetters
{
    private static readonly Dictionary<int, string> Plain = Build(
        ("a", "àáâãåāăąǎ"), ("ae", "äæ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõøōŏő"), ("oe", "öœ"),
        ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"), ("u", "ùúûũūŭůűų"), ("ue", "ü"), ("w", "ŵ"),
        ("y", "ýÿŷ"), ("z", "źżž"));

    /// <summary>The plain letters for a lower-case one; any other character as it is.</summary>
    public static string Fold(Rune letter) => Plain.TryGetValue(letter.Value, out string? plain) ? plain : letter.ToString();

    private static Dictionary<int, string> Build(params (string Plain, string Accented)[] groups) =>
        groups.SelectMany(group => group.Accented.EnumerateRunes().Select(rune => (rune.Value, group.Plain)))
            .ToDictionary(pair => pair.Value, pair => pair.Plain);
}
