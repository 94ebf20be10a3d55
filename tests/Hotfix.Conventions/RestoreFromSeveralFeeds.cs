using Hotfix.Testing;

namespace Hotfix.Conventions;

/// <summary>A private package feed beside the public one, without a mapping, under this repository's own settings: warnings are errors there.</summary>
public sealed class RestoreFromSeveralFeeds
{
    [Fact]
    public async Task IsNoError()
    {
        using var folder = new TempFolder();
        foreach (string file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json"])
            File.Copy(RepositoryRoot.Combine(file), folder.Combine(file));

        // Nothing is restored from them, so nobody asks there; of folders NuGet does not warn.
        await File.WriteAllTextAsync(
            folder.Combine("NuGet.config"),
            """
            <configuration>
              <packageSources><clear /><add key="one" value="https://127.0.0.1:9/one/index.json" /><add key="two" value="https://127.0.0.1:9/two/index.json" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """
        );
        await File.WriteAllTextAsync(folder.Combine("Planted.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");

        EndedProcess restored = await RestoreAsync(folder.Path);
        EndedProcess strict = await RestoreAsync(folder.Path, "-p:WarningsNotAsErrors=");

        Assert.True(restored.ExitCode == 0, restored.Output);
        Assert.Contains("warning NU1507", restored.Output, StringComparison.Ordinal);
        Assert.Contains("error NU1507", strict.Output, StringComparison.Ordinal);
    }

    private static Task<EndedProcess> RestoreAsync(string folder, params string[] arguments) =>
        PlainDotNet.RunAsync(folder, ["restore", "--force", "-p:NuGetAudit=false", .. arguments]);
}
