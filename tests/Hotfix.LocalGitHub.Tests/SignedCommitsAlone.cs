using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hotfix.Testing;

namespace Hotfix.LocalGitHub.Tests;

public sealed class SignedCommitsAlone
{
    private static readonly Ruleset Signed = new("signed") { Include = ["~ALL"], Rules = [new RulesetRule.RequiredSignatures()] };

    [Fact]
    public async Task TakesNoPushWithAnUnsignedCommit()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(Lab.Repository, Signed);
        string sha = lab.Work.CommitFile("a.txt", "a", "a");

        var refused = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "--porcelain", "origin", "HEAD:refs/heads/topic"]));

        Assert.Contains("GH013: Repository rule violations found for refs/heads/topic.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("- Commits must have verified signatures.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Found 1 violation:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(sha, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesNoneIntoABranchWhoseProtectionAsksForSignaturesEither()
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.ProtectBranch(Lab.Repository, "main", new BranchProtectionRule { RequireSignatures = true });
        lab.Work.CommitFile("a.txt", "a", "a");

        var refused = Assert.Throws<InvalidOperationException>(() => lab.Work.Git(["push", "--porcelain", "origin", "HEAD:refs/heads/main"]));

        Assert.Contains("GH006: Protected branch update failed for refs/heads/main.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Commits must have verified signatures.", refused.Message, StringComparison.Ordinal);
        using HttpClient http = lab.Http("acme");
        JsonNode protection = (await http.GetFromJsonAsync<JsonNode>($"repos/{Lab.Repository}/branches/main/protection"))!;
        Assert.True(protection["required_signatures"]!["enabled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TakesOneThatIsSignedByAKnownKey(bool isKnown)
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(Lab.Repository, Signed);
        string key = SigningKey.GiveTo(lab.Work);
        if (isKnown)
            lab.Server.AddSigningKey("dev", key);

        lab.Work.Git(["commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "signed"]);

        Exception? refused = Record.Exception(() => lab.Work.Git(["push", "--quiet", "origin", "HEAD:refs/heads/topic"]));

        Assert.Equal(isKnown, refused is null);
    }

    [Theory]
    [InlineData("shop-hotfix[bot]", true)]
    [InlineData("dev", false)]
    public async Task SignsWhatAnAppMakesThroughTheApi(string login, bool isSigned)
    {
        await using Lab lab = await Lab.StartAsync();
        lab.Server.AddRuleset(Lab.Repository, Signed);
        lab.Server.Grant(Lab.Repository, login, Role.Write);
        lab.Tokens[login] = lab.Server.AddUser(login);
        using HttpClient http = lab.Http(login);
        string parent = lab.Work.Resolve("origin/main");
        JsonNode blob = await PostAsync(http, "git/blobs", new { content = Convert.ToBase64String([0, 255, 10]), encoding = "base64" });
        var entry = new
        {
            path = "a b.bin",
            mode = "100644",
            type = "blob",
            sha = blob["sha"]!.GetValue<string>(),
        };
        JsonNode tree = await PostAsync(http, "git/trees", new { base_tree = lab.Work.Resolve("origin/main^{tree}"), tree = new[] { entry } });
        var body = new
        {
            message = "By the API",
            tree = tree["sha"]!.GetValue<string>(),
            parents = new[] { parent },
        };

        JsonNode commit = await PostAsync(http, "git/commits", body);

        Assert.Equal(isSigned, commit["verification"]!["verified"]!.GetValue<bool>());
        var branch = new { @ref = "refs/heads/by-api", sha = commit["sha"]!.GetValue<string>() };
        using HttpResponseMessage made = await http.PostAsJsonAsync($"repos/{Lab.Repository}/git/refs", branch);
        Assert.Equal(isSigned ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, made.StatusCode);
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, object body)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync($"repos/{Lab.Repository}/{path}", body);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
