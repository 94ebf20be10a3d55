using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hotfix.Core.Adopting;

/// <summary>What <c>Init</c> has written into a repository, by hash: so it is known later what nobody has changed since.</summary>
/// <param name="Version">Of the software that wrote it.</param>
/// <param name="Hashes">SHA-256 by path; line ends do not count.</param>
internal sealed record AdoptionManifest(string Version, IReadOnlyDictionary<string, string> Hashes)
{
    /// <summary>Where it is kept.</summary>
    public const string FileName = ".nuke/hotfix-files.json";

    private static readonly JsonSerializerOptions ForPeople = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Of a repository that has none.</summary>
    public static AdoptionManifest None { get; } = new("", new Dictionary<string, string>());

    /// <summary>
    /// The manifest of a file; <see cref="None"/> where it is missing or unreadable: then nothing counts as ours, and nothing is replaced unasked.
    /// </summary>
    public static AdoptionManifest Parse(string? text)
    {
        try
        {
            Content? content = text is null ? null : JsonSerializer.Deserialize<Content>(text, JsonSerializerOptions.Web);
            return content?.Files is { } files ? new AdoptionManifest(content.Version ?? "", files) : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Whether the text is still the one that was written.</summary>
    public bool IsUntouched(string path, string text) => Hashes.TryGetValue(path, out string? hash) && hash == HashOf(text);

    /// <summary>Whether this very text was written before: somebody has changed it since, and there is nothing new.</summary>
    public bool HasWritten(string path, string text) => IsUntouched(path, text);

    /// <summary>With further files, or newer texts of the same.</summary>
    public AdoptionManifest With(string version, IEnumerable<(string Path, string Text)> written)
    {
        var hashes = new Dictionary<string, string>(Hashes);
        foreach ((string path, string text) in written)
            hashes[path] = HashOf(text);

        return new AdoptionManifest(version, hashes);
    }

    /// <summary>The file.</summary>
    public string Write() =>
        JsonSerializer.Serialize(
            new { version = Version, files = Hashes.OrderBy(file => file.Key, StringComparer.Ordinal).ToDictionary(file => file.Key, file => file.Value) },
            ForPeople
        ) + "\n";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private sealed record Content(string? Version, Dictionary<string, string>? Files);
}
