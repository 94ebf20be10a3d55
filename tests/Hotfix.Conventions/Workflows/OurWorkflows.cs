using Hotfix.Core.Adopting;
using Hotfix.Core.Conventions;
using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

public sealed class OurWorkflows
{
    public static readonly string Folder = RepositoryRoot.Combine(".github", "workflows");

    // An adopter has them, too: whoever looks how a team titles its pull requests must not find out how ours are rehearsed.
    [Fact]
    public void SayNothingOfATeamsTitles() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Folder, "*.yml")
                .Where(file => File.ReadAllText(file) is var text && !AdoptedTool.IsOurs(file, text) && TitlePattern.Find([], [], [text]) is not null)
                .Select(Path.GetFileName)
        );

    [Fact]
    public void KeepOurOwnRules() => Assert.Empty(Files().SelectMany(WorkflowRules.Findings));

    [CheckersFact]
    public async Task AreWhatGitHubsParserTakes() => Assert.Empty(await WorkflowCheckers.ParseAsync(Folder));

    [CheckersFact]
    public async Task AreWhatActionlintTakes() => Assert.Empty(await WorkflowCheckers.LintAsync(Folder));

    [Fact]
    public void RunNothingThatIsNotThere()
    {
        string[] scripts =
        [
            .. Files()
                .SelectMany(file => file.Steps)
                .Select(step => WorkflowFile.Scalar(step, "run"))
                .SelectMany(run => run.Split((char[]?)null))
                .Where(word => word.StartsWith("./", StringComparison.Ordinal) || word.StartsWith(".ci/", StringComparison.Ordinal))
                .Distinct(),
        ];

        Assert.Contains("./.github/step.sh", scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(RepositoryRoot.Combine(script.Split('/')))));
    }

    // A runner reads a local action from the work tree: whatever checks out something else would not find it.
    [Fact]
    public void BeginWithALocalActionOnlyWhereTheDefaultBranchIsCheckedOut()
    {
        string[] texts =
        [
            .. Files()
                .SelectMany(file => file.Jobs.Values)
                .Where(job => WorkflowFile.At(job, "steps") is not null)
                .Select(Steps)
                .Where(steps => steps.Contains("./.github/actions/", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(texts);
        Assert.All(texts, steps => Assert.DoesNotContain("outputs.sha }}", steps.Split("./.github/actions/")[0], StringComparison.Ordinal));
        Assert.Empty(WorkflowRules.PinsOf(File.ReadAllText(WorkflowFile.ActionFile("./.github/actions/hotfix"))));

        static string Steps(YamlDotNet.RepresentationModel.YamlMappingNode job) =>
            string.Join(
                '\n',
                ((YamlDotNet.RepresentationModel.YamlSequenceNode)WorkflowFile.At(job, "steps")!).Select(step =>
                    $"{WorkflowFile.Scalar(step, "uses")} {WorkflowFile.Scalar(WorkflowFile.At(step, "with"), "ref")}"
                )
            );
    }

    // What proves to a feed who we are is one job's, behind a person.
    [Fact]
    public void ProveWhoTheyAreOnlyWhereTheyPublishOrAttest()
    {
        string[] proving =
        [
            .. Files()
                .SelectMany(file =>
                    file.Jobs.Where(job => WorkflowFile.Permissions(job.Value).ContainsKey("id-token")).Select(job => $"{file.Name}/{job.Key}")
                ),
        ];

        Assert.Equal(["packages.yml/publish", "release.yml/release"], proving);
        WorkflowFile packages = Files().Single(file => file.Name == "packages.yml");
        Assert.Equal("packages", WorkflowFile.Scalar(packages.Jobs["publish"], "environment"));
        Assert.DoesNotContain("secrets.", packages.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<WorkflowFile> Files() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.y*ml")
                .Order(StringComparer.Ordinal)
                .Select(file => WorkflowFile.Parse(Path.GetFileName(file), File.ReadAllText(file))),
        ];
}
