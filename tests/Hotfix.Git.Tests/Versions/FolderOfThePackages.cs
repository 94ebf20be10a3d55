using Hotfix.Git.Versions;
using Hotfix.Testing;

namespace Hotfix.Git.Tests.Versions;

public sealed class FolderOfThePackages : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IsTheOneThatAConfigurationAboveNames()
    {
        Directory.CreateDirectory(_folder.Combine("build", "bin"));
        File.WriteAllText(
            _folder.Combine("nuget.config"),
            "<configuration><config><add key=\"globalPackagesFolder\" value=\"their packages\" /></config></configuration>"
        );

        string? folder = PackageCache.Ask(_folder.Combine("build", "bin"));

        Assert.Equal(_folder.Combine("their packages"), folder?.TrimEnd('/', '\\'));
    }

    [Fact]
    public void HasThePackagesOfThisRepository() => Assert.NotNull(PackageCache.Find("serilog", "4.4.0", "serilog.nuspec"));

    [Fact]
    public void LacksWhatWasNeverRestored() => Assert.Null(PackageCache.Find("hotfix.never", "0.0.0", "x.dll"));
}
