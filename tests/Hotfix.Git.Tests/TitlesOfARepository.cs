using Hotfix.Core.Conventions;
using Hotfix.Core.Refs;
using Hotfix.Pipeline.PullRequests;
using Hotfix.Testing;

namespace Hotfix.Git.Tests;

public sealed class TitlesOfARepository
{
    private const string Ours =
        "jobs:\n  drill:\n    strategy:\n      matrix:\n        scenario: [release-please-team]\n    steps:\n      - run: ./.github/step.sh Drill\n";

    [Theory]
    [InlineData("drill.yml", Ours, false)]
    [InlineData("alarm.yml", Ours, true)]
    [InlineData("titles.yml", "jobs:\n  title:\n    steps:\n      - uses: amannn/action-semantic-pull-request@v6\n", true)]
    public async Task AreToldByItsOwnWorkflowsAndNotByOurs(string file, string text, bool isConventional)
    {
        using TempRepository repository = new TempRepository();
        CommitSha tip = CommitSha.Parse(repository.Write($".github/workflows/{file}", text).Commit("Add a workflow"));

        TitlePattern? found = await new TitleLook(new GitReader(new GitCommandLine(repository.Path))).FindAsync(
            HotfixConventions.Default,
            tip,
            CancellationToken.None
        );

        Assert.Equal(isConventional ? TitlePattern.Conventional : null, found);
    }
}
