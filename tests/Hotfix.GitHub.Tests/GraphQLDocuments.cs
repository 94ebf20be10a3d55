using Hotfix.GitHub.GraphQL;
using Hotfix.Testing.Contract;

namespace Hotfix.GitHub.Tests;

public class EveryGraphQLDocument
{
    [ContractFact]
    public async Task IsOneThatGitHubsSchemaAllows()
    {
        List<string> findings = [];
        foreach (string document in GraphDocuments.All)
            findings.AddRange(await GitHubSchema.Instance!.CompareAsync(document));

        Assert.Empty(findings);
    }

    [ContractTheory]
    [InlineData("query { repository(owner: \"o\", name: \"n\") { pullRequest(number: 1) { mergeableStatus } } }", "mergeableStatus")]
    [InlineData("mutation($id: ID!) { enqueuePullRequest(input: {pullRequest: $id}) { clientMutationId } }", "pullRequest")]
    [InlineData("mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: FAST}) { clientMutationId } }", "FAST")]
    public async Task WithAWrongNameWouldBeNoticed(string document, string name) =>
        Assert.Contains(await GitHubSchema.Instance!.CompareAsync(document), finding => finding.Contains(name, StringComparison.Ordinal));
}
