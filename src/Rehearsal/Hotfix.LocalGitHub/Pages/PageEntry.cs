namespace Hotfix.LocalGitHub.Pages;

/// <summary>Something that somebody wrote.</summary>
/// <param name="Anchor">Its fragment in the page's address.</param>
/// <param name="Who">A login.</param>
/// <param name="Did">What they did, after their login: <c>commented</c>.</param>
/// <param name="At">When.</param>
/// <param name="Markdown">Their text; empty for none.</param>
internal sealed record PageEntry(string Anchor, string Who, string Did, DateTimeOffset At, string Markdown);
