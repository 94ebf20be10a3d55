using System.Text.RegularExpressions;

namespace Hotfix.LocalGitHub.Http;

/// <summary>A method, a path template and its handler. <c>{name}</c> is one segment, <c>{name*}</c> one or more.</summary>
internal sealed partial class Route(string method, string template, Func<ApiRequest, Task<ApiResponse>> handler)
{
    private readonly Regex _pattern = new(
        "^"
            + Parameter().Replace(template, match => match.Groups["many"].Success ? $"(?<{match.Groups["name"]}>.+)" : $"(?<{match.Groups["name"]}>[^/]+)")
            + "$",
        RegexOptions.CultureInvariant
    );

    public string Method { get; } = method;

    /// <summary>As GitHub's description spells the path, but for the star of a parameter that may hold slashes.</summary>
    public string Template { get; } = template;

    public Func<ApiRequest, Task<ApiResponse>> Handler { get; } = handler;

    /// <summary>The body is a file, not JSON.</summary>
    public bool RawBody { get; init; }

    /// <summary>
    /// Route values, unescaped; <c>null</c> when the path is not this route's. <paramref name="path"/> is still escaped, so that <c>%2F</c> does not split.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        Match match = _pattern.Match(path);
        return match.Success
            ? match.Groups.Values.Skip(1).ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value), StringComparer.Ordinal)
            : null;
    }

    [GeneratedRegex(@"\{(?<name>\w+)(?<many>\*)?\}")]
    private static partial Regex Parameter();
}
