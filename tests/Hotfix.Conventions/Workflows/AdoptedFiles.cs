using Hotfix.Testing;

namespace Hotfix.Conventions.Workflows;

/// <summary>What <c>Init</c> writes into other repositories.</summary>
public sealed class AdoptedFiles
{
    private static readonly string Project = File.ReadAllText(RepositoryRoot.Combine("src", "Hotfix.Components", "Hotfix.Components.csproj"));

    // They are embedded from their own place, so they cannot differ; a workflow that is ours alone has to be left out by name.
    [Fact]
    public void AreOurOwnWorkflowsExceptCi() => Assert.Contains("<EmbeddedResource Include=\"../../.github/workflows/*.yml\" Exclude=\"../../.github/workflows/ci.yml\"", Project, StringComparison.Ordinal);

    [Theory]
    [InlineData("build.sh")]
    [InlineData("build.cmd")]
    public void KnowNoErrorThatOurScriptsDoNotKnow(string script)
    {
        string ours = File.ReadAllText(RepositoryRoot.Combine(script));
        string theirs = File.ReadAllText(RepositoryRoot.Combine("src", "Hotfix.Components", "Templates", $"{script}.template"));

        Assert.All(System.Text.RegularExpressions.Regex.Matches(theirs, @"HF\d{4}: [^;']*"), error => Assert.Contains(error.Value, ours, StringComparison.Ordinal));
    }

    [Fact]
    public void NameNoFileThatOurWorkflowsCallAndTheyLack() => Assert.All(
        Directory.EnumerateFiles(OurWorkflows.Folder, "*.yml").Where(file => Path.GetFileName(file) != "ci.yml"),
        file => Assert.DoesNotContain(".ci/", File.ReadAllText(file), StringComparison.Ordinal));
}
