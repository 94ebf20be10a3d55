using System.Net;
using System.Text.Json;
using Hotfix.GitHub.Json;

namespace Hotfix.GitHub;

/// <summary>An answer of 300 or more that was not expected, as its caller and its evidence.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Names in any case; one value each.</param>
/// <param name="Body">As it came, without the credential; empty when there was none.</param>
internal sealed record FailedAnswer(Call Call, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private const int LongestForeignText = 200;

    /// <summary>The header's value; <c>null</c> when it is not there or empty.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value ? value : null;

    /// <summary>GitHub's words and every reason it gives, one line; of a body that is not GitHub's, the beginning.</summary>
    public string Evidence
    {
        get
        {
            ErrorAnswer? error = ReadError();
            IEnumerable<string> words = error is null ? [Shorten(Body)] : new[] { error.Message ?? "" }.Concat(Details(error));
            string text = string.Join("; ", words.Where(word => word.Length > 0).Distinct());
            return $"HTTP {(int)Status}{(text.Length > 0 ? ": " + text : "")}";
        }
    }

    private static IEnumerable<string> Details(ErrorAnswer error) =>
        error.Errors is { ValueKind: JsonValueKind.String } text
            ? [text.GetString()!]
            : Items(error)
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => item.GetString()!)
                .Concat(ReadDetails(error).Select(detail => detail.Describe()));

    private static IEnumerable<ErrorDetail> ReadDetails(ErrorAnswer error) =>
        Items(error)
            .Where(item => item.ValueKind == JsonValueKind.Object)
            .Select(item => new ErrorDetail
            {
                Resource = Text(item, "resource"),
                Field = Text(item, "field"),
                Code = Text(item, "code"),
                Message = Text(item, "message"),
            });

    private static IEnumerable<JsonElement> Items(ErrorAnswer error) =>
        error.Errors switch
        {
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
            { ValueKind: JsonValueKind.Object } one => [one],
            _ => [],
        };

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Shorten(string body)
    {
        string line = string.Join(' ', body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestForeignText ? line : line[..LongestForeignText] + " …";
    }

    private ErrorAnswer? ReadError()
    {
        try
        {
            return JsonSerializer.Deserialize(Body, ApiJson.Default.ErrorAnswer);
        }
        catch (JsonException)
        {
            return null; // an HTML page of a proxy, or nothing
        }
    }
}
