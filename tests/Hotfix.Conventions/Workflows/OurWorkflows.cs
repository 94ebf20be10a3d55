using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

public sealed class OurWorkflows
{
    public static readonly string Folder = RepositoryRoot.Combine(".github", "workflows");

    [Fact]
    public void KeepOurOwnRules() => Assert.Empty(Files().SelectMany(WorkflowRules.Findings));

    [CheckersFact]
    public async Task AreWhatGitHubsParserTakes() => Assert.Empty(await WorkflowCheckers.ParseAsync(Folder));

    [CheckersFact]
    public async Task AreWhatActionlintTakes() => Assert.Empty(await WorkflowCheckers.LintAsync(Folder));

    [Fact]
    public void RunNothingThatIsNotThere()
    {
        string[] scripts = [.. Files().SelectMany(file => file.Steps).Select(step => WorkflowFile.Scalar(step, "run")).SelectMany(run => run.Split((char[]?)null))
            .Where(word => word.StartsWith("./", StringComparison.Ordinal) || word.StartsWith(".ci/", StringComparison.Ordinal)).Distinct()];

        Assert.Contains("./.github/step.sh", scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(RepositoryRoot.Combine(script.Split('/')))));
    }

    private static IReadOnlyList<WorkflowFile> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*.y*ml").Order(StringComparer.Ordinal).Select(file => WorkflowFile.Parse(Path.GetFileName(file), File.ReadAllText(file)))];
}
