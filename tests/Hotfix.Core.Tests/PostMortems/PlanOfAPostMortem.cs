using Hotfix.Core.Plans;
using Hotfix.Core.PostMortems;
using Hotfix.Core.Snapshots;
using Hotfix.Core.Tests.Building;
using Hotfix.Core.Tests.Lanes;

namespace Hotfix.Core.Tests.PostMortems;

public sealed class PlanOfAPostMortem
{
    private static readonly PostMortemRequest Request = new();

    [Fact]
    public void OpensOneIssueForTheAuthorDueFiveDaysFromNow()
    {
        var open = Assert.IsType<PlanStep.OpenPostMortem>(Step(Request));

        Assert.Equal(("post-mortem/v1.4.3", new DateOnly(2026, 2, 5)), (open.Issue.Marker.Name, open.Due));
        Assert.Equal("open the issue 'Post-mortem: v1.4.3: null ref in checkout' for ada, due 2026-02-05", open.Describe());
    }

    [Fact]
    public void TakesOwnerAndDaysAsTheyWereAskedFor()
    {
        var open = Assert.IsType<PlanStep.OpenPostMortem>(Step(Request with { Owner = "grace", DueIn = TimeSpan.FromDays(14) }));

        Assert.Equal(("grace", new DateOnly(2026, 2, 14)), (Assert.Single(open.Issue.Assignees), open.Due));
    }

    [Fact]
    public void WritesAFileThatIsKnownAgain()
    {
        var write = Assert.IsType<PlanStep.WritePostMortem>(Step(Request with { File = "/shop/docs/v1.4.3.md" }));

        Assert.StartsWith(
            "<!-- hotfix:post-mortem/v1.4.3 -->\n# Post\\-mortem\\: v1\\.4\\.3\\: null ref in checkout\n\nDue: 2026-02-05\n",
            write.Text,
            StringComparison.Ordinal
        );
        Assert.IsType<PlanResult.NothingToDo>(PostMortemPlanner.Present(Worked.Hotfix.Tag, write.Path, write.Text + "\nWe met on Monday.\n"));
    }

    [Fact]
    public void LeavesAFileOfOthersAlone()
    {
        var refused = Assert.IsType<PlanResult.Refused>(PostMortemPlanner.Present(Worked.Hotfix.Tag, "/shop/README.md", "# Shop\n"));

        Assert.Equal("HF4273", Assert.Single(refused.Refusals).Code);
        Assert.Null(PostMortemPlanner.Present(Worked.Hotfix.Tag, "/shop/new.md", content: null));
    }

    [Fact]
    public void FindsTheIssueThatIsThereOpenOrNot()
    {
        Issue open = IssueOfADebt.Opened(Assert.IsType<PlanStep.OpenPostMortem>(Step(Request)).Issue);

        Assert.Equal(["#9 is the post-mortem of v1.4.3, open, due 2026-02-05: https://github.com/acme/shop/issues/9"], Done(open));
        Assert.Equal(["#9 is the post-mortem of v1.4.3, closed: https://github.com/acme/shop/issues/9"], Done(open with { IsOpen = false }));
        Assert.Null(PostMortemPlanner.Present(Worked.Hotfix.Tag, issue: null));
    }

    [Fact]
    public void IsForWhoeverApprovedWhatAnAppWrote()
    {
        PostMortemFacts byApp = Worked.Facts with
        {
            Hotfix = Worked.Hotfix with { PullRequest = Some.Merged with { Author = "release-robot[bot]" } },
            Approvers = ["other[bot]", "grace"],
        };

        Assert.Equal("grace", Assert.Single(Assert.IsType<PlanStep.OpenPostMortem>(Step(Request, byApp)).Issue.Assignees));
        Assert.Empty(Assert.IsType<PlanStep.OpenPostMortem>(Step(Request, byApp with { Approvers = [] })).Issue.Assignees);
    }

    private static PlanStep Step(PostMortemRequest request, PostMortemFacts? facts = null) =>
        Assert.Single(Assert.IsType<PlanResult.Ready>(PostMortemPlanner.Plan(facts ?? Worked.Facts, request, PostMortemTemplate.Default, Some.Day(30))).Steps);

    private static IReadOnlyList<string> Done(Issue issue) =>
        Assert.IsType<PlanResult.NothingToDo>(PostMortemPlanner.Present(Worked.Hotfix.Tag, issue)).Evidence;
}
