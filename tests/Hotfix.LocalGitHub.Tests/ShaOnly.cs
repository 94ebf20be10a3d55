namespace Hotfix.LocalGitHub.Tests;

public sealed class ShaOnly
{
    [Theory]
    [InlineData("application/vnd.github.sha")]
    [InlineData("application/vnd.github.v3.sha")]
    public async Task IsAnsweredToThoseWhoAcceptNothingElse(string accept)
    {
        await using Lab lab = await Lab.StartAsync();
        using HttpClient http = lab.Http("dev");
        http.DefaultRequestHeaders.Accept.ParseAdd(accept);

        string sha = await http.GetStringAsync("/repos/acme/shop/commits/main");

        Assert.Equal(lab.Work.Resolve("origin/main"), sha);
    }
}
