using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>The check that ends every scenario can fail.</summary>
public sealed class WitnessOfAScenario
{
    [Theory]
    [InlineData("local_engineer_0123")]
    [InlineData("eC1hY2Nlc3MtdG9rZW46bG9jYWxfZW5naW5lZXJfMDEyMw==")]
    public async Task FindsATokenInAFile(string form)
    {
        using var folder = new TempFolder();
        var witness = new Witness();
        witness.Guard("local_engineer_0123");
        Directory.CreateDirectory(folder.Combine("clone", ".git"));
        await File.WriteAllTextAsync(folder.Combine("clone", ".git", "config"), $"[http]\n\textraHeader = Authorization: Basic {form}\n");

        Exception seen = await Assert.ThrowsAnyAsync<Exception>(() => witness.ShouldHaveSeenNoTokenAsync(folder.Path, []));

        Assert.Contains("a token is in clone/.git/config", seen.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local\\_engineer\\_0123")]
    [InlineData("q=local_engineer%2F0123", "local_engineer/0123")]
    [InlineData("<!-- hotfix:log W1sxLCJzZXQgLXggbG9jYWxfZW5naW5lZXJfMDEyMyJdXQ== -->")]
    [InlineData("c2V0IC14IGxvY2FsX2VuZ2luZWVyXzAxMjM")]
    public async Task FindsATokenThatWasEscapedOrEncoded(string form, string token = "local_engineer_0123")
    {
        using var folder = new TempFolder();
        var witness = new Witness();
        witness.Guard(token);
        await File.WriteAllTextAsync(folder.Combine("comment"), form);

        await Assert.ThrowsAnyAsync<Exception>(() => witness.ShouldHaveSeenNoTokenAsync(folder.Path, []));
    }

    [Fact]
    public async Task FindsATokenInAnAddress()
    {
        using var folder = new TempFolder();
        var witness = new Witness();
        witness.Guard("local_engineer_0123");
        var request = new LocalGitHub.RecordedRequest(
            TempRepository.Day(0),
            "GET",
            "/user?access_token=local_engineer_0123",
            200,
            null,
            Conditional: false,
            TimeSpan.Zero
        );

        await Assert.ThrowsAnyAsync<Exception>(() => witness.ShouldHaveSeenNoTokenAsync(folder.Path, [request]));
    }
}
