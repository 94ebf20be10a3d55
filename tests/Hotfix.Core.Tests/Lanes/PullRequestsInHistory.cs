using Hotfix.Core.ForwardPorting;
using Hotfix.Core.Tests.Building;

namespace Hotfix.Core.Tests.Lanes;

public sealed class PullRequestsInHistory
{
    [Fact]
    public void AreNamedOnceByMergeAndSquashCommits()
    {
        string[] subjects =
        [
            "Merge pull request #12 from acme/topic",
            "feat: basket (#13)",
            "feat: (#14) inside",
            "fix: nothing",
            "feat: basket (#13)",
            "Merge branch 'main' into topic",
        ];

        IReadOnlyList<string> found = MergedPullRequests.In(subjects.Select(subject => Some.Commit with { Subject = subject }));

        Assert.Equal(["#12", "#13 feat: basket"], found);
    }
}
