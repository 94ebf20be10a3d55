using Hotfix.Core.Conventions;

namespace Hotfix.Core.Tests.Conventions;

public sealed class TemplateOfAPullRequest
{
    [Theory]
    [InlineData(".github/PULL_REQUEST_TEMPLATE.md")]
    [InlineData(".github/pull_request_template.md")]
    [InlineData("pull_request_template.md")]
    [InlineData("docs/Pull_Request_Template.txt")]
    [InlineData(".github/PULL_REQUEST_TEMPLATE/change.md")]
    [InlineData("docs/PULL_REQUEST_TEMPLATE/x.md")]
    [InlineData("pull_request_template/x.TXT")]
    public void IsFoundWhereGitHubLooks(string path) =>
        Assert.Equal(path, PullRequestTemplate.Find(["README.md", path, "src/app.cs", ".github/ISSUE_TEMPLATE/bug.md"]));

    [Theory]
    [InlineData("src/pull_request_template.md")]
    [InlineData(".github/pull_request_template.yml")]
    [InlineData(".github/workflows/PULL_REQUEST_TEMPLATE/x.md")]
    [InlineData("docs/my_pull_request_template.md")]
    [InlineData("docs/my_pull_request_template/x.md")]
    public void IsNothingElse(string path) => Assert.Null(PullRequestTemplate.Find([path]));

    [Fact]
    public void OfSeveralIsTheFirstPlacesOwn() =>
        Assert.Equal(
            ".github/pull_request_template.md",
            PullRequestTemplate.Find([
                "docs/pull_request_template.md",
                "pull_request_template.md",
                ".github/pull_request_template.md",
                ".github/PULL_REQUEST_TEMPLATE/bug.md",
            ])
        );

    [Fact]
    public void InAFolderIsTheHotfixs() =>
        Assert.Equal(
            ".github/PULL_REQUEST_TEMPLATE/hotfix.md",
            PullRequestTemplate.Find([".github/PULL_REQUEST_TEMPLATE/bug.md", ".github/PULL_REQUEST_TEMPLATE/hotfix.md", "pull_request_template.md"])
        );

    [Fact]
    public void IsNotChosenAmongSeveralOfAFolder() =>
        Assert.Null(PullRequestTemplate.Find([".github/PULL_REQUEST_TEMPLATE/bug.md", ".github/PULL_REQUEST_TEMPLATE/feature.md"]));
}
