using Hotfix.Core.Doctoring;
using Hotfix.Pipeline.Doctoring;

namespace Hotfix.Components.Tests.Doctoring;

public sealed class TriggersOfAWorkflow
{
    [Theory]
    [InlineData("on: workflow_dispatch")]
    [InlineData("on: [push, workflow_dispatch]")]
    [InlineData("on:\n  - workflow_dispatch")]
    [InlineData("'on': { workflow_dispatch: }")]
    [InlineData("\"on\":\n  workflow_dispatch: # by hand\n")]
    [InlineData("\uFEFFon: workflow_dispatch")]
    [InlineData("x: &by-hand\n  workflow_dispatch:\non: *by-hand\n")]
    public void AreReadInEveryStyle(string text) => Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<WorkflowInput>>(Read(text).Dispatch));

    [Theory]
    [InlineData("on: pull_request", "support/1.4", true)]
    [InlineData("on: {pull_request: {branches: [main]}}", "support/1.4", false)]
    [InlineData("on: {pull_request: {branches: ['support/*']}}", "support/1.4", true)]
    [InlineData("on: {pull_request: {branches: ['*']}}", "support/1.4", false)]
    [InlineData("on: {pull_request: {branches: ['**', '!support/**']}}", "support/1.4", false)]
    [InlineData("on: {pull_request: {branches-ignore: 'support/**'}}", "support/1.4", false)]
    [InlineData("on: push", "support/1.4", false)]
    public void TakePullRequestsToABranch(string text, string branch, bool expected) => Assert.Equal(expected, Read(text).PullRequests?.Takes(branch) == true);

    [Theory]
    [InlineData("on: push", true)]
    [InlineData("on: {push: {branches: [main]}}", false)]
    [InlineData("on: {push: {branches: [main], tags: ['v*']}}", true)]
    [InlineData("on: {push: {tags: ['release-*']}}", false)]
    [InlineData("on: {push: {tags-ignore: ['v*']}}", false)]
    public void TakeATag(string text, bool expected) => Assert.Equal(expected, Read(text).Tags?.Takes("v1.4.3") == true);

    [Fact]
    public void NameTheInputsThatMustBeSent()
    {
        WorkflowTriggers file = Read(
            "on:\n  workflow_dispatch:\n    inputs:\n      a: { required: true }\n      b: { required: true, default: x }\n      c:\n"
        );

        Assert.Equal(
            [new WorkflowInput("a", MustBeSent: true), new WorkflowInput("b", MustBeSent: false), new WorkflowInput("c", MustBeSent: false)],
            file.Dispatch
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("jobs: {}")]
    [InlineData("on: [")]
    [InlineData("- a\n- b")]
    [InlineData("on: &a [*a, *b]")]
    [InlineData("\t")]
    public void AreAProblemWhereNothingCanBeRead(string text) => Assert.NotNull(Read(text).Problem);

    [Theory]
    [InlineData("https://github.com/acme/shop.git", "https://github.com/acme/shop")]
    [InlineData("git@github.com:acme/shop.git", "https://github.com/acme/shop")]
    [InlineData("ssh://git@ghe.acme.test/acme/shop", "https://ghe.acme.test/acme/shop")]
    [InlineData("http://127.0.0.1:4000/acme/shop.git", "http://127.0.0.1:4000/acme/shop")]
    public void AreOnAPageOfTheRepository(string remote, string page) => Assert.Equal(page, DoctorLook.Web(remote));

    private static WorkflowTriggers Read(string text) => WorkflowYaml.Read(".github/workflows/ci.yml", text);
}
