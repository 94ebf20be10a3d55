using Hotfix.Engine.Tests.Builds;
using Hotfix.Engine.Tests.Harness;
using Hotfix.Testing;
using Nuke.Common.Tools.GitVersion;

namespace Hotfix.Engine.Tests;

[Trait("Starts", "processes")]
public sealed class VersionOfABuild : IDisposable
{
    private readonly EngineCall _call = new();
    private readonly TempRepository _repository;

    public VersionOfABuild()
    {
        _repository = TempRepository.At(_call.Root);
        _repository.Git(["init", "--quiet", "--initial-branch=main"]);
        _repository.Write(".gitignore", ".nuke/\n").Commit("Sell things", TempRepository.Day(1));
        _repository.Git(["tag", "v1.4.2"]);
        _repository.Commit("fix", TempRepository.Day(2));
    }

    public void Dispose() => _call.Dispose();

    [Fact]
    public void IsWhatGitVersionSaysOfTheCommit()
    {
        EngineResult result = WithOwnPackages().With("PATH", Environment.GetEnvironmentVariable("PATH")!).Run<VersionBuild>(x => x.Show);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"version 1.4.3 at {_repository.Head}, 1 since", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void IsMissingWithoutGitVersionAndTheRequirementSaysSo()
    {
        using var nowhere = new TempFolder();

        EngineResult result = _call.With("NUGET_PACKAGES", nowhere.Path).With("PATH", nowhere.Path).Run<VersionBuild>(x => x.Show);

        Assert.Equal(-1, result.ExitCode);
        Assert.Contains("restore the package GitVersion.Tool or GitVersion.MsBuild", result.Output, StringComparison.Ordinal);
        Assert.Contains("Member 'Versioning' is required to be not null or empty", result.Output, StringComparison.Ordinal);
    }

    private EngineCall WithOwnPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages ? _call.With("NUGET_PACKAGES", packages) : _call;

    [Fact]
    public void TakesNumbersThatAreTexts()
    {
        GitVersion version = GitVersionProgram.Parse("""{ "Major": "1", "Minor": 4, "PreReleaseNumber": 7, "CommitsSinceVersionSource": null }""");

        Assert.Equal((1, 4, 0, "7", null), (version.Major, version.Minor, version.Patch, version.PreReleaseNumber, version.CommitsSinceVersionSource));
    }
}
