using System.Globalization;
using Hotfix.Core.Errors;
using Hotfix.Core.Refs;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Text;
using Hotfix.Core.Versions;

namespace Hotfix.Core.Requests;

/// <summary>The single edge between what was typed and what the rules work with: each method takes one input, and gives a value or an error 10xx.</summary>
internal static class RequestParser
{
    /// <summary>The longest reason or incident that is taken, in characters.</summary>
    public const int MaxTextLength = 2_000;

    /// <summary>The longest description that is taken, in characters; only its beginning makes the branch name.</summary>
    public const int MaxDescriptionLength = 10_000;

    // RFC 3986 has none of them; in a pull request's text they would be markup.
    private const string NotInAddresses = "<>\"`\\^{|}";

    /// <exception cref="HotfixException">HF1010 when empty or longer than 10,000 characters.</exception>
    public static string? Description(string? text) => Text("--description", text, MaxDescriptionLength);

    /// <exception cref="HotfixException">HF1010 when empty or longer than 2,000 characters.</exception>
    public static string? Reason(string parameter, string? text) => Text(parameter, text, MaxTextLength);

    /// <summary>A duration such as <c>15s</c>, <c>10m</c>, <c>4h</c>, <c>3d</c>, or a plain number of seconds.</summary>
    /// <exception cref="HotfixException">HF1012 when it is no duration or lies outside the limits.</exception>
    public static TimeSpan Duration(string parameter, string text, TimeSpan least, TimeSpan most)
    {
        TimeSpan? duration = Duration(text.Trim());
        return duration is { } value && value >= least && value <= most
            ? value
            : throw new HotfixException(
                "HF1012",
                what: $"{parameter} is '{text}'; nothing was changed.",
                why: $"It takes a duration from {Show(least)} to {Show(most)}.",
                next: $"Pass a number with a unit: {parameter} 30s, {parameter} 10m or {parameter} 4h"
            );
    }

    /// <exception cref="HotfixException">HF1006 when outside the limits.</exception>
    public static int Count(string parameter, int value, int most) =>
        value >= 0 && value <= most
            ? value
            : throw new HotfixException(
                "HF1006",
                what: $"{parameter} is {value}; nothing was changed.",
                why: $"It takes a number from 0 to {most}.",
                next: $"Pass such a number, or leave {parameter} out."
            );

    /// <exception cref="HotfixException">HF1007 when it is no version.</exception>
    public static SemanticVersion? Version(string? text)
    {
        if (text is null)
            return null;

        ReleaseTag? tag = ReleaseTag.TryParse(text);
        return tag is { Version.IsPrerelease: false }
            ? tag.Version
            : throw new HotfixException(
                "HF1007",
                what: $"--version is '{text}'; nothing was changed.",
                why: "It takes a released version: three numbers, such as 1.4.3; a suffix would sort below the version that it fixes.",
                next: "Pass the version that the last run proposed."
            );
    }

    /// <summary>A ticket's key, in its own upper and lower case; <c>null</c> when none was given.</summary>
    /// <exception cref="HotfixException">HF1082 when it is none.</exception>
    public static string? Ticket(string? text)
    {
        string? key = text?.Trim().TrimStart('#');
        return
            key is null
            || (
                key.Length is > 0 and <= 40
                && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                && char.IsAsciiLetterOrDigit(key[0])
                && char.IsAsciiLetterOrDigit(key[^1])
            )
            ? key
            : throw new HotfixException(
                "HF1082",
                what: $"--ticket is '{text}'; nothing was changed.",
                why: "It takes a ticket's key: up to 40 letters, digits, hyphens and underscores.",
                next: "For example: --ticket SHOP-123"
            );
    }

    /// <summary>The description with the ticket in front, unless it has it already.</summary>
    public static string? WithTicket(string? ticket, string? description) =>
        ticket is null ? description
        : description is null ? ticket
        : description.Contains(ticket, StringComparison.OrdinalIgnoreCase) ? description
        : $"{ticket} {description}";

    /// <summary>Somebody's name on GitHub, with or without <c>@</c>; <c>null</c> when nothing was given.</summary>
    /// <exception cref="HotfixException">HF1040 when it cannot be one.</exception>
    public static string? Login(string parameter, string? text)
    {
        string? login = text?.Trim().TrimStart('@');
        return login is null || (login.Length is > 0 and <= 100 && login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            ? login
            : throw new HotfixException(
                "HF1040",
                what: $"{parameter} is '{text}'; nothing was changed.",
                why: "A login has letters, digits and hyphens; a team cannot own an issue.",
                next: $"Name one person: {parameter} ada"
            );
    }

    /// <exception cref="HotfixException">HF1008 when it is none of merge, squash, rebase.</exception>
    public static MergeMethod? MergeMethodOrNull(string? text)
    {
        if (text is null)
            return null;

        // Enum.TryParse would also take numbers and lists.
        return Array.FindIndex(Enum.GetNames<MergeMethod>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? Enum.GetValues<MergeMethod>()[index]
            : throw new HotfixException(
                "HF1008",
                what: $"--merge-method is '{text}'; nothing was changed.",
                why: "GitHub knows three: merge, squash, rebase.",
                next: "Pass one of them, or leave it out to take the first that the repository allows."
            );
    }

    /// <summary>One of an enumeration's words, in any case, with dashes between them; <c>null</c> when nothing was given.</summary>
    /// <exception cref="HotfixException">HF1015 when it is none of them.</exception>
    public static T? Choice<T>(string parameter, string? text)
        where T : struct, Enum
    {
        if (text is null)
            return null;

        // Enum.TryParse would also take numbers and lists.
        string[] words = [.. Enum.GetNames<T>().Select(Dashed)];
        int at = Array.FindIndex(words, word => word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        return at >= 0
            ? Enum.GetValues<T>()[at]
            : throw new HotfixException(
                "HF1015",
                what: $"{parameter} is '{text}'; nothing was changed.",
                why: $"It is one of {string.Join(", ", words)}.",
                next: $"Pass one of them, or leave {parameter} out."
            );
    }

    /// <summary>The name of an environment, a variable, a workflow file: one line, at most 255 characters (GitHub's limit for environments).</summary>
    /// <exception cref="HotfixException">HF1016 when it is blank, longer, or has control characters.</exception>
    public static string? Name(string parameter, string? text) =>
        text is null || (text.Trim() is { Length: > 0 and <= 255 } && !text.Any(char.IsControl))
            ? text?.Trim()
            : throw new HotfixException(
                "HF1016",
                what: $"{parameter} is no name; nothing was changed.",
                why: $"It has {text.Length} characters; a name is one line of 1 to 255.",
                next: $"Pass the name as GitHub shows it, or leave {parameter} out."
            );

    /// <summary>Values by name, each written <c>name=value</c>; the value may be empty.</summary>
    /// <exception cref="HotfixException">HF1019 when one is written otherwise, or a name comes twice.</exception>
    public static IReadOnlyDictionary<string, string> Pairs(string parameter, IReadOnlyList<string> texts)
    {
        string[][] pairs = [.. texts.Where(text => text.Trim().Length > 0).Select(text => text.Split('=', 2))];
        return pairs.All(pair => pair is [var name, _] && name.Trim().Length > 0) && pairs.DistinctBy(pair => pair[0].Trim()).Count() == pairs.Length
            ? pairs.ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim())
            : throw new HotfixException(
                "HF1019",
                what: $"{parameter} is '{string.Join(',', texts)}'; nothing was changed.",
                why: "Each is written name=value, and a name comes once.",
                next: $"For example: {parameter} \"ref={{ref}},sha={{sha}}\""
            );
    }

    /// <summary>An address to be asked.</summary>
    /// <exception cref="HotfixException">HF1017 when it is none.</exception>
    public static Uri? Address(string parameter, string? text)
    {
        if (text is null)
            return null;

        if (
            !Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address)
            || address.Scheme is not ("http" or "https")
            || address.UserInfo.Length > 0
            || text.Length > MaxTextLength
        )
        {
            throw new HotfixException(
                "HF1017",
                what: $"{parameter} is '{ShownAddress.OfText(text)}'; nothing was changed.",
                why: "It takes an http(s) address without a user name.",
                next: $"Pass a whole one: {parameter} https://example.com/health"
            );
        }

        ShownAddress.Hide(address);
        return address;
    }

    /// <summary>An address, or the number of an issue of this repository.</summary>
    /// <exception cref="HotfixException">HF1009 when it is neither.</exception>
    public static string? Incident(string? text)
    {
        if (text is null)
            return null;

        string trimmed = text.Trim();
        bool isNumber = trimmed.TrimStart('#') is { Length: > 0 and < 10 } digits && digits.All(char.IsAsciiDigit);
        bool isAddress =
            trimmed.Length <= MaxTextLength
            && !trimmed.Any(char.IsWhiteSpace)
            && Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? address)
            && address.Scheme is "http" or "https"
            && address.UserInfo.Length == 0
            && !trimmed.Any(c => char.IsControl(c) || NotInAddresses.Contains(c, StringComparison.Ordinal));
        return isNumber ? "#" + trimmed.TrimStart('#')
            : isAddress ? trimmed
            : throw new HotfixException(
                "HF1009",
                what: $"--incident is '{ShownAddress.OfText(trimmed)}'; nothing was changed.",
                why: "It takes an http(s) address without a user name, or the number of an issue in this repository.",
                next: "Pass the incident's page: --incident https://example.com/incidents/17"
            );
    }

    private static string Dashed(string name) =>
        string.Concat(name.Select((c, at) => at > 0 && char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string? Text(string parameter, string? text, int most) =>
        text switch
        {
            null => null,
            _ when text.Length <= most && !string.IsNullOrWhiteSpace(text) => text.Trim(),
            _ => throw new HotfixException(
                "HF1010",
                what: $"{parameter} has {text.Length} characters; nothing was changed.",
                why: $"It takes 1 to {most} characters that are not all blank.",
                next: $"Say it in a sentence: {parameter} \"…\""
            ),
        };

    private static TimeSpan? Duration(string text)
    {
        string number = text.TrimEnd('s', 'm', 'h', 'd');
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value is >= 0 and < 1e7
            ? text[number.Length..] switch
            {
                "" or "s" => TimeSpan.FromSeconds(value),
                "m" => TimeSpan.FromMinutes(value),
                "h" => TimeSpan.FromHours(value),
                "d" => TimeSpan.FromDays(value),
                _ => null,
            }
            : null;
    }

    private static string Show(TimeSpan duration) =>
        duration switch
        {
            { TotalDays: > 7 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalDays:0.##}d"),
            { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0.##}h"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0.##}m"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.##}s"),
        };
}
