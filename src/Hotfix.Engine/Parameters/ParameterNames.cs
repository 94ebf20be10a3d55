using System.Reflection;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>How a parameter is spelt: <c>PollSeconds</c> in files, <c>--poll-seconds</c> on the command line.</summary>
internal static class ParameterNames
{
    private static readonly string[] KnownWords =
    [
        "DotNet",
        "GitHub",
        "GitVersion",
        "MSBuild",
        "NuGet",
        "ReSharper",
        "AppVeyor",
        "TeamCity",
        "GitLab",
        "SignPath",
        "JetBrains",
    ];

    /// <summary>Prefix of the declaring type, then the attribute's or the member's own name.</summary>
    public static string MemberName(MemberInfo member) =>
        member.DeclaringType?.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
        + (member.GetCustomAttribute<ParameterAttribute>()?.Name ?? TargetMembers.NameOf(member));

    /// <summary>Lower case with dashes; well-known words such as GitHub stay whole.</summary>
    public static string Dashed(string name)
    {
        var dashed = new StringBuilder();
        int start = 0;
        while (start < name.Length)
        {
            int end = start + WordLength(name, start);
            if (dashed.Length > 0 && name[start] != '-' && dashed[^1] != '-')
                dashed.Append('-');
            dashed.Append(name[start..end].ToLowerInvariant());
            start = end;
        }

        return dashed.ToString();
    }

    /// <summary>Whether a switch or target as typed is this name: case and dashes do not matter.</summary>
    public static bool Same(string typed, string name) =>
        typed
            .Replace("-", string.Empty, StringComparison.Ordinal)
            .Equals(name.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static int WordLength(string name, int start)
    {
        if (Array.Find(KnownWords, word => string.CompareOrdinal(name, start, word, 0, word.Length) == 0) is { } known)
            return known.Length;

        int end = start + 1;
        while (end < name.Length && !(char.IsUpper(name[end]) && (!char.IsUpper(name[end - 1]) || (end + 1 < name.Length && char.IsLower(name[end + 1])))))
            end++;
        return end - start;
    }
}
