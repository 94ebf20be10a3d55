using Hotfix.Core.Adopting;

namespace Hotfix.Core.Tests.Adopting;

public sealed class RepositoryThatIsKeptUpToDate
{
    private static readonly AdoptionManifest Written = AdoptionManifest.None.With("1.0.0", [("step.sh", "old\n"), ("hotfix.yml", "old\n")]);

    [Fact]
    public void GetsTheNewTextOfWhatNobodyChanged()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan(
            [new AdoptionFile("step.sh", "new\n")],
            RepositoryThatGetsTheHotfixPath.Facts(("step.sh", "old\r\n")),
            Written
        );

        Assert.Equal(("new\n", "old\n"), (Assert.Single(plan.Updated).Text, plan.Updated[0].ExpectedText));
        Assert.Empty(plan.Differing);
    }

    [Fact]
    public void IsShownWhatIsNewOfWhatWasChanged()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan(
            [new AdoptionFile("step.sh", "new\n")],
            RepositoryThatGetsTheHotfixPath.Facts(("step.sh", "theirs\n")),
            Written
        );

        Assert.Empty(plan.Updated);
        Assert.Equal("step.sh", Assert.Single(plan.Differing).Path);
    }

    [Fact]
    public void IsNotBotheredWithWhatWasChangedWhereNothingIsNew()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan(
            [new AdoptionFile("step.sh", "old\n")],
            RepositoryThatGetsTheHotfixPath.Facts(("step.sh", "theirs\n")),
            Written
        );

        Assert.True(plan.IsDone);
        Assert.Equal("step.sh (changed since it was written; there is nothing new)", Assert.Single(plan.Found));
    }

    [Fact]
    public void KeepsItsBuildClassWhateverIsNew()
    {
        AdoptionPlan plan = AdoptionPlanner.Plan(
            [new AdoptionFile("build/Build.cs", "new\n") { IsTeams = true }],
            RepositoryThatGetsTheHotfixPath.Facts(("build/Build.cs", "DeployAsync\n")),
            Written
        );

        Assert.True(plan.IsDone);
    }

    [Fact]
    public void KeepsAWorkflowThatSharesOnlyTheName()
    {
        AdoptionFile ours = new(".github/workflows/release.yml", "run: ./.github/step.sh\n") { Mark = AdoptedTool.Mark };

        AdoptionPlan plan = AdoptionPlanner.Plan([ours], RepositoryThatGetsTheHotfixPath.Facts((ours.Path, "run: npm publish\n")), Written);

        Assert.Equal($"{ours.Path} (the team's own, which shares only the name)", Assert.Single(plan.Found));
    }

    [Fact]
    public void IsLeftWithWhatSomebodyChangedWhenThePathGoes()
    {
        AdoptionFacts facts = RepositoryThatGetsTheHotfixPath.Facts(
            ("step.sh", "old\n"),
            ("hotfix.yml", "theirs\n"),
            (AdoptionManifest.FileName, Written.Write())
        );

        var plan = RemovalPlan.Of(AdoptionManifest.Parse(facts.Text(AdoptionManifest.FileName)), facts);

        Assert.Equal(["step.sh", AdoptionManifest.FileName], plan.Steps.Select(step => step.Path));
        Assert.Equal(["hotfix.yml"], plan.Changed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no JSON")]
    [InlineData("{}")]
    public void HasNoManifestWhereItCannotBeRead(string? text) => Assert.Empty(AdoptionManifest.Parse(text).Hashes);
}
