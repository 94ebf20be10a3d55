using System.Text.RegularExpressions;

namespace Hotfix.Conventions;

/// <summary>What a stranger's checkout must not carry along.</summary>
public sealed class TrackedFiles
{
    // Spelled in pieces, so that this file does not find itself.
    [Theory]
    [InlineData("/wo" + "rk/(main|shared)")]
    [InlineData("/tm" + "p/w/")]
    [InlineData("/ro" + "ot/")]
    [InlineData(@"[A-Z]:\\Us" + "ers")]
    [InlineData("/Us" + "ers/[a-z]")]
    public void NameNoMachinesPaths(string pattern) => AssertNowhere(pattern);

    [Theory]
    [InlineData("api.nu" + "get.org")]
    [InlineData("registry.np" + "mjs.org")]
    [InlineData("pkgs.dev." + "azure")]
    [InlineData("jf" + "rog|artif" + "actory")]
    public void NameNoRegistryHosts(string pattern) => AssertNowhere(pattern);

    [Theory]
    [InlineData("gh[pousr]" + "_[A-Za-z0-9]{36}")]
    [InlineData("github" + "_pat_[A-Za-z0-9_]{30}")]
    [InlineData("AK" + "IA[0-9A-Z]{16}")]
    [InlineData("npm" + "_[A-Za-z0-9]{36}")]
    [InlineData("xox" + "[abprs]-[0-9A-Za-z-]{10}")]
    [InlineData("-----BEGIN " + "[A-Z ]*PRIVATE KEY")]
    [InlineData("https?://[^/@:\\s\"'`<>{}]+:[^/@\\s\"'`<>{}]{16,}@" + "[a-z]")]
    public void HoldNothingLikeAToken(string pattern) => AssertNowhere(pattern);

    [Fact]
    public void HaveNoPackageSourcesOfTheirOwn() =>
        Assert.DoesNotContain(SourceFiles.Tracked(), file => Path.GetFileName(file.Path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));

    private static void AssertNowhere(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.CultureInvariant);

        IEnumerable<string> found = SourceFiles
            .Tracked()
            .Where(file => regex.IsMatch(file.Text))
            .Select(file => $"{file.Path}: {regex.Match(file.Text).Value}");

        Assert.Empty(found);
    }
}
