using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

/// <summary>What <c>Init</c> writes into other repositories.</summary>
public sealed class AdoptedFiles
{
    private static readonly string Project = File.ReadAllText(RepositoryRoot.Combine("src", "Hotfix.Components", "Hotfix.Components.csproj"));

    // They are embedded from their own place, so they cannot differ; a workflow that is ours alone has to be left out by name.
    [Fact]
    public void AreOurOwnWorkflowsExceptThoseThatAreOursAlone() =>
        Assert.Contains(
            "<EmbeddedResource Include=\"../../.github/workflows/*.yml\" Exclude=\"../../.github/workflows/ci.yml;../../.github/workflows/packages.yml\"",
            Project,
            StringComparison.Ordinal
        );

    // A template could bring a pin past the rules of the workflows, and a row of the list itself could be mistyped in its shape.
    [Fact]
    public void PinNoActionThatTheListLacks()
    {
        string[] texts =
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.Combine("src", "Hotfix.Components", "Templates"), "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(RepositoryRoot.Combine(".github"), "*", SearchOption.AllDirectories))
                .Select(File.ReadAllText),
        ];
        string[] pinned =
        [
            .. texts
                .SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, @"[\w.-]+/[\w./-]+@[0-9a-f]{7,40}").Select(pin => pin.Value))
                .Distinct(),
        ];

        Assert.NotEmpty(pinned);
        Assert.Empty(pinned.Except(ActionPins.All.Select(row => $"{row[0]}@{row[2]}")));
        Assert.All(ActionPins.All, row => Assert.Matches(@"^[\w.-]+/[\w./-]+\tv\d+\.\d+\.\d+\t[0-9a-f]{40}$", string.Join('\t', row)));
    }

    [Theory]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public void KnowNoErrorThatOurScriptsDoNotKnow(string script)
    {
        string ours = File.ReadAllText(RepositoryRoot.Combine(script));
        string theirs = File.ReadAllText(RepositoryRoot.Combine("src", "Hotfix.Components", "Templates", $"{script}.template"));

        Assert.All(System.Text.RegularExpressions.Regex.Matches(theirs, @"HF\d{4}: [^;']*"), error =>
            Assert.Contains(error.Value, ours, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void NameNoFileThatOurWorkflowsCallAndTheyLack() =>
        Assert.All(Directory.EnumerateFiles(OurWorkflows.Folder, "*.yml").Where(file => Path.GetFileName(file) is not ("ci.yml" or "packages.yml")), file =>
            Assert.DoesNotContain(".ci/", File.ReadAllText(file), StringComparison.Ordinal)
        );
}
