using Hotfix.Core.Text;

namespace Hotfix.Core.Telling;

/// <summary>The words of an announcement, not yet escaped for any target.</summary>
internal static class AnnouncementText
{
    private const int MaxDescription = 300;
    private const int MaxReason = 500;
    private const int MaxName = 100;

    /// <summary>How an event is called in keys and in JSON, <c>rolled-back</c>.</summary>
    public static string Name(AnnouncementEvent it) =>
        it switch
        {
            AnnouncementEvent.Started => "started",
            AnnouncementEvent.PullRequestOpened => "pr-opened",
            AnnouncementEvent.Blocked => "blocked",
            AnnouncementEvent.Merged => "merged",
            AnnouncementEvent.Staged => "staged",
            AnnouncementEvent.Released => "released",
            AnnouncementEvent.Deployed => "deployed",
            AnnouncementEvent.RolledBack => "rolled-back",
            AnnouncementEvent.Finished => "finished",
            AnnouncementEvent.Abandoned => "abandoned",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it, "Not an event."),
        };

    /// <summary>One line that says what happened, <c>Hotfix v1.4.3 is released</c>; environments and people as they are called, on one line.</summary>
    public static string Title(Announcement it)
    {
        string name = it.Tag is { } tag ? $"Hotfix {tag}" : "Hotfix";
        string where = it.Environment is { } environment ? PlainText.OneLine(environment, MaxName) : "its environment";
        string by = it.Who is { } who ? $" by {PlainText.OneLine(who, MaxName)}" : "";
        return it.Event switch
        {
            AnnouncementEvent.Started => $"Hotfix started{by}",
            AnnouncementEvent.PullRequestOpened => it.PullRequest is { } opened
                ? $"Hotfix has pull request #{opened.Number}: review it now"
                : "Hotfix has a pull request: review it now",
            AnnouncementEvent.Blocked => it.Who is { } clears ? $"{name} waits for {PlainText.OneLine(clears, MaxName)}" : $"{name} is blocked",
            AnnouncementEvent.Merged => it.PullRequest is { } merged ? $"Hotfix is merged: pull request #{merged.Number}" : "Hotfix is merged",
            AnnouncementEvent.Staged => $"{name} runs on {where}",
            AnnouncementEvent.Released => $"{name} is released",
            AnnouncementEvent.Deployed => $"{name} runs on {where}",
            AnnouncementEvent.RolledBack => $"{where} went back{(it.Tag is { } to ? $" to {to}" : "")}{by}",
            AnnouncementEvent.Finished => $"{name} is finished",
            AnnouncementEvent.Abandoned => $"Hotfix was abandoned{by}",
            _ => throw new ArgumentOutOfRangeException(nameof(it), it.Event, "Not an event."),
        };
    }

    /// <summary>People's words for the trouble on one line, at most 300 characters; the branch's words when there are none.</summary>
    public static string Description(Announcement it) =>
        PlainText.OneLine(string.IsNullOrWhiteSpace(it.Description) ? Slug.ToWords(it.Branch) : it.Description, MaxDescription);

    /// <summary>The one reason on one line, at most 500 characters; <c>null</c> without one.</summary>
    public static string? Reason(Announcement it) => it.Reason is { } reason ? PlainText.OneLine(reason, MaxReason) : null;
}
