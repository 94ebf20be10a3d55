namespace Hotfix.GitHub.Releases;

/// <summary>What GitHub calls an uploaded file.</summary>
internal static class AssetName
{
    /// <summary>GitHub turns what is not a plain letter, a digit or one of <c>. _ - + @ ~</c> into a dot; both spellings mean the same file here.</summary>
    public static bool AreSame(string file, string asset) => file == asset || OnGitHub(file) == OnGitHub(asset);

    private static string OnGitHub(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '@' or '~' ? c : '.'));
}
