using Hotfix.Core.Adopting;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryThatGetsTheHotfixPath
{
    private static readonly AdoptionFile Script = new("build.sh", "#!/bin/sh\n") { IsExecutable = true };
    private static readonly AdoptionFile Template = new(".github/pull_request_template.md", "What\n") { Instead = ["PULL_REQUEST_TEMPLATE.md"] };

    [Fact]
    public void GetsWhatIsMissing()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan([Script, Template], Facts());

        Assert.Equal(["build.sh", ".github/pull_request_template.md"], plan.New.Select(step => step.Path));
        Assert.All(plan.New, step => Assert.Null(step.ExpectedText));
        Assert.True(plan.New[0].IsExecutable);
        Assert.Empty(plan.Differing);
    }

    [Fact]
    public void IsLeftAloneWhereItHasIt()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan([Script, Template], Facts(("build.sh", "#!/bin/sh\r\n"), ("pull_request_template.md", "Theirs\n")));

        Assert.True(plan.IsDone);
        Assert.Equal(["build.sh", "pull_request_template.md (in place of .github/pull_request_template.md)"], plan.Found);
    }

    [Fact]
    public void KeepsWhatDiffersApart()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan([Script], Facts(("build.sh", "theirs\n")));

        Assert.Empty(plan.New);
        Assert.Equal(("build.sh", "theirs\n", "#!/bin/sh\n"), (plan.Differing[0].Path, plan.Differing[0].ExpectedText, plan.Differing[0].Text));
    }

    [Fact]
    public void WithNothingLeftHasNothingToDoAfterwards()
    {
        AdoptionPlan first = AdoptionPlanner.Plan([Script, Template], Facts(("build.sh", "theirs\n")));

        AdoptionPlan second = AdoptionPlanner.Plan([Script, Template], Facts([.. first.New.Concat(first.Differing).Select(step => (step.Path, step.Text))]));

        Assert.True(second.IsDone);
    }

    internal static AdoptionFacts Facts(params (string Path, string Text)[] files) => new(files.ToDictionary(file => file.Path, file => file.Text));
}
