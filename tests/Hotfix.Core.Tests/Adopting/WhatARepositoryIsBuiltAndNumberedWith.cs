using Hotfix.Core.Adopting;

namespace Hotfix.Core.Tests.Adopting;

public sealed class WhatARepositoryIsBuiltAndNumberedWith
{
    [Theory]
    [InlineData(
        "build/_build.csproj",
        "<Project><PropertyGroup><FalloutRootDirectory>..</FalloutRootDirectory></PropertyGroup></Project>",
        "Fallout (build/_build.csproj)"
    )]
    [InlineData(
        "build/_build.csproj",
        "<Project><PropertyGroup><NukeRootDirectory>..</NukeRootDirectory></PropertyGroup></Project>",
        "NUKE (build/_build.csproj)"
    )]
    [InlineData(
        "build/_build.csproj",
        "<Project><ItemGroup><PackageReference Include=\"Fallout.Common\" Version=\"10.4.0\" /></ItemGroup></Project>",
        "Fallout 10.4.0"
    )]
    [InlineData(".fallout/parameters.json", "{}", "Fallout (.fallout/parameters.json)")]
    [InlineData("build/build.cake", "", "Cake (build/build.cake)")]
    [InlineData("tests/Samples/cake-scripts/build.cake", "", "none")]
    internal void IsToldByTheBuildAndNotByItsSamples(string path, string text, string tool)
    {
        var facts = new AdoptionFacts(new Dictionary<string, string> { [path] = text });

        Assert.Equal(tool, AdoptionFindings.BuildTool(facts, ["tests/Samples/cake-scripts/build.cake", path]));
    }

    [Theory]
    [InlineData(
        "version.json",
        "{ \"$schema\": \"https://example.com/Nerdbank.GitVersioning/version.schema.json\", \"version\": \"1.4\" }",
        "Nerdbank.GitVersioning (version.json)",
        true
    )]
    [InlineData("version.json", "{ \"version\": \"1.4\" }", null, false)]
    [InlineData(
        "Directory.Build.props",
        "<PackageReference Include=\"MinVer\" Version=\"6.0.0\" PrivateAssets=\"all\" />",
        "MinVer (Directory.Build.props)",
        true
    )]
    [InlineData(
        "Directory.Packages.props",
        "<GlobalPackageReference Include=\"Nerdbank.GitVersioning\" Version=\"3.7\" />",
        "Nerdbank.GitVersioning (Directory.Packages.props)",
        true
    )]
    [InlineData(".gitversion.yml", "mode: ContinuousDelivery\n", "GitVersion (.gitversion.yml)", false)]
    [InlineData("samples/GitVersion.yml", "mode: ContinuousDelivery\n", null, false)]
    internal void NumbersVersionsByATool(string path, string text, string? name, bool hasCommand)
    {
        var found = FoundVersioning.In(new AdoptionFacts(new Dictionary<string, string> { [path] = text }), [path]);

        Assert.Equal((name, hasCommand), (found?.Name, found?.Command is not null));
    }
}
