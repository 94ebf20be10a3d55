namespace Hotfix.Testing.Contract;

/// <summary>Where GitHub's description is known to be narrower than GitHub. Each with its reason; used ones are counted.</summary>
internal static class KnownExceptions
{
    /// <summary>The exceptions, for people.</summary>
    public static IReadOnlyList<string> All { get; } = ["status in error bodies: GitHub sends it with every error, and some of its error schemas leave it out"];

    public static bool Allows(int status, string finding) => status >= 400 && finding == "#.status: not declared";
}
