using System.Text.RegularExpressions;

namespace Hotfix.Core.Telling;

/// <summary>What was announced already, kept as an invisible mark in the thread's text.</summary>
/// <remarks>A key is recorded when the announcement is sent, whatever comes of it: told twice is worse than missed once, and what was missed is
/// reported.</remarks>
internal sealed partial class AnnouncementRecord
{
    /// <summary>More are not kept; the oldest are forgotten first. A hotfix has some dozen.</summary>
    public const int MaxKeys = 200;

    private readonly string[] _keys;

    private AnnouncementRecord(IEnumerable<string> keys)
    {
        _keys = [.. keys.Distinct(StringComparer.Ordinal).TakeLast(MaxKeys)];
    }

    /// <summary>Nothing was announced.</summary>
    public static AnnouncementRecord Empty { get; } = new([]);

    /// <summary>In the order in which they were announced.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>An HTML comment on one line, which GitHub does not show.</summary>
    public string Text => $"<!-- hotfix:announced{string.Concat(_keys.Select(key => $" {key}"))} -->";

    /// <summary>What a thread's text records; empty without a mark, or with one that was tampered with. Several marks count together.</summary>
    public static AnnouncementRecord Read(string? threadText) =>
        new(Mark().Matches(threadText ?? "").SelectMany(match => match.Groups["keys"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Whether this was announced.</summary>
    public bool Has(Announcement announcement) => _keys.Contains(announcement.Key, StringComparer.Ordinal);

    /// <summary>Those that were not announced yet, each once, in the order given.</summary>
    public IReadOnlyList<Announcement> Missing(IEnumerable<Announcement> announcements) => [.. announcements.DistinctBy(it => it.Key).Where(it => !Has(it))];

    /// <summary>The record with this one, too.</summary>
    public AnnouncementRecord With(Announcement announcement) => Has(announcement) ? this : new AnnouncementRecord(_keys.Append(announcement.Key));

    [GeneratedRegex("<!-- hotfix:announced(?<keys>(?: [a-z-]{1,20}/[0-9a-f]{12})*) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
