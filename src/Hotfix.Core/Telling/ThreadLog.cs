using System.Text.Json;
using System.Text.RegularExpressions;
using Hotfix.Core.Text;

namespace Hotfix.Core.Telling;

/// <summary>What happened on the way of a hotfix and nothing else keeps: reasons, waits, failures. An invisible mark in the thread's text.</summary>
/// <remarks>Who may edit the comment may edit this, too: it is for people and reports, and decides nothing.</remarks>
internal sealed partial class ThreadLog
{
    private const int MaxMark = 20_000;
    private const int MaxWords = 300;
    private readonly ThreadEntry[] _entries;

    private ThreadLog(IEnumerable<ThreadEntry> entries)
    {
        _entries = [.. entries];
    }

    /// <summary>Nothing happened yet.</summary>
    public static ThreadLog Empty { get; } = new([]);

    /// <summary>In the order in which they were seen.</summary>
    public IReadOnlyList<ThreadEntry> Entries => _entries;

    /// <summary>An HTML comment on one line, which GitHub does not show. Of many waits and failures the oldest are forgotten.</summary>
    public string Text
    {
        get
        {
            List<ThreadEntry> kept = [.. _entries];
            string text = Mark(kept);
            while (text.Length > MaxMark && kept.Count > 0)
            {
                int oldest = kept.FindIndex(entry => entry.Kind is ThreadEntryKind.Wait or ThreadEntryKind.Failure or ThreadEntryKind.Retry);
                kept.RemoveAt(Math.Max(oldest, 0));
                text = Mark(kept);
            }

            return text;
        }
    }

    /// <summary>What a thread's text remembers; empty without a mark, and with one that was tampered with.</summary>
    public static ThreadLog Read(string? threadText)
    {
        if (Pattern().Match(threadText ?? "") is not { Success: true } match)
            return Empty;

        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(match.Groups["text"].Value));
            return new ThreadLog(document.RootElement.EnumerateArray().Select(Read));
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return Empty;
        }
    }

    /// <summary>The log with this entry, too. A reason is remembered once; a wait or a failure anew when something else came in between.</summary>
    public ThreadLog With(ThreadEntry entry)
    {
        ThreadEntry cut = entry with
        {
            At = entry.At.AddTicks(-(entry.At.Ticks % TimeSpan.TicksPerSecond)),
            What = PlainText.OneLine(entry.What, MaxWords),
            Who = entry.Who is null ? null : PlainText.OneLine(entry.Who, MaxWords),
            Reason = entry.Reason is null ? null : PlainText.OneLine(entry.Reason, MaxWords),
        };
        bool isKnown = cut.Kind switch
        {
            ThreadEntryKind.Moment => _entries.Any(it => it.Kind == cut.Kind && it.What == cut.What),
            ThreadEntryKind.Lane or ThreadEntryKind.Override => _entries.Any(cut.IsSame),
            _ => _entries.LastOrDefault(it => it.Kind is ThreadEntryKind.Wait or ThreadEntryKind.Failure or ThreadEntryKind.Retry)?.IsSame(cut) == true,
        };
        return isKnown ? this : new ThreadLog(_entries.Append(cut));
    }

    private static string Mark(IEnumerable<ThreadEntry> entries)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (ThreadEntry entry in entries)
            {
                json.WriteStartArray();
                json.WriteNumberValue(entry.At.ToUnixTimeSeconds());
                json.WriteStringValue(entry.Kind.ToString());
                json.WriteStringValue(entry.What);
                json.WriteStringValue(entry.Who);
                json.WriteStringValue(entry.Reason);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return $"<!-- hotfix:log {Convert.ToBase64String(stream.ToArray())} -->";
    }

    // Seconds beyond every calendar, and a kind of a later version, make the whole mark unreadable rather than half true.
    private static ThreadEntry Read(JsonElement entry) =>
        new(DateTimeOffset.FromUnixTimeSeconds(entry[0].GetInt64()), Enum.Parse<ThreadEntryKind>(entry[1].GetString() ?? ""), entry[2].GetString() ?? "")
        {
            Who = entry[3].GetString(),
            Reason = entry[4].GetString(),
        };

    [GeneratedRegex("<!-- hotfix:log (?<text>[A-Za-z0-9+/=]+) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
