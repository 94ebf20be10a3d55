namespace Hotfix.Core.Refs;

/// <summary>The rules of git-check-ref-format(1), as a pure function.</summary>
internal static class RefNameRules
{
    private const string Forbidden = " ~^:?*[\\";

    public static bool IsBranchName(string name) => name.Length > 0 && name[0] != '-' && name != "HEAD" && IsRefPath(name);

    public static bool IsRefPath(string path) =>
        path != "@"
        && !path.EndsWith('.')
        && !path.Contains("..", StringComparison.Ordinal)
        && !path.Contains("@{", StringComparison.Ordinal)
        && !path.Any(c => c < ' ' || c == '\x7f' || Forbidden.Contains(c, StringComparison.Ordinal))
        && path.Split('/').All(IsComponent);

    private static bool IsComponent(string component) => component.Length > 0 && component[0] != '.' && !component.EndsWith(".lock", StringComparison.Ordinal);
}
