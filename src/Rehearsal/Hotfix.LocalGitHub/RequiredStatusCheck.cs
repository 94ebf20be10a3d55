namespace Hotfix.LocalGitHub;

/// <summary>A check run or commit status that must be green before a merge.</summary>
/// <param name="Context">Name of the check run, or context of the status.</param>
/// <param name="AppId">The app that must have reported it; <c>null</c> accepts anyone.</param>
public sealed record RequiredStatusCheck(string Context, long? AppId = null);
