using Hotfix.Core.PostMortems;

namespace Hotfix.Core.Doctoring;

/// <summary>Whether what was learned from the last hotfixes is being written down.</summary>
internal static class PostMortemFindings
{
    public static IEnumerable<Finding> Of(DoctorFacts facts) =>
        facts.PostMortems switch
        {
            null => [],
            { Unreadable: { } why } => [Finding.Unseen("whether a post-mortem is overdue", why, "Give the token 'issues: read'")],
            { Value: { } open } when OverduePostMortem.Among(open, facts.Now) is { Count: > 0 } overdue =>
            [
                .. overdue.Select(one =>
                    Finding.Warn(
                        "HF4275",
                        $"{one}",
                        "nothing today; what caused that hotfix may cause the next",
                        $"Work it up and close it, or move its 'Due:' line: {one.Issue.Url}"
                    )
                ),
            ],
            _ => [Finding.Ok("no post-mortem is overdue")],
        };
}
