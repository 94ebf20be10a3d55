using System.Text;
using Hotfix.Core.Errors;
using Hotfix.Drill;
using Hotfix.Drill.Against;
using Hotfix.LocalGitHub;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Drills;

/// <summary>The drill against the real GitHub, rehearsed against a second local server.</summary>
public sealed class AnotherServer
{
    [Fact]
    public void IsComparedByStatusAndByWhatTheLocalOneGives()
    {
        Exchange[] here =
        [
            Of("GET", "/repos/acme/shop/collaborators/acme/permission", 200, "{}"),
            Of("GET", "/repos/acme/shop/pulls/1?x=1", 200, """{"number":1,"head":{"sha":"a"},"made_up":"x","none":null}"""),
            Of("PUT", "/repos/acme/shop/pulls/1/merge", 200, "{}"),
        ];
        Exchange[] there =
        [
            Of("GET", "/repos/acme/shop/collaborators/me/permission", 200, "{}"),
            Of("GET", "/repos/acme/shop/pulls/77", 200, """{"number":"1","head":{"sha":"b","ref":"c"},"more":1}"""),
            Of("PUT", "/repos/acme/shop/pulls/77/merge", 405, "{}"),
        ];

        IReadOnlyList<string> differences = Comparison.Of(here, there);

        Assert.Equal(
            [
                "GET /repos/{repository}/pulls/{n} 200: made_up: String here, no made_up there",
                "GET /repos/{repository}/pulls/{n} 200: number: Number here, number: String there",
                "PUT /repos/{repository}/pulls/{n}/merge: 200 here, 405 there",
            ],
            differences
        );
    }

    [Fact]
    public async Task IsLeftAloneUnlessItIsEmptyAndItsNameWasTyped()
    {
        using var folder = new TempFolder();
        await using LocalGitHubServer server = await OtherAsync(folder, isEmpty: true);
        await using LocalGitHubServer full = await OtherAsync(folder, isEmpty: false);

        Assert.Equal("HF4382", (await Assert.ThrowsAsync<HotfixException>(() => Drill(server, folder, confirm: "acme").RunAsync(CancellationToken.None))).Code);
        Assert.Equal(
            "HF4381",
            (await Assert.ThrowsAsync<HotfixException>(() => Drill(full, folder, confirm: "me/scratch").RunAsync(CancellationToken.None))).Code
        );
        Assert.Equal(
            "HF4380",
            (
                await Assert.ThrowsAsync<HotfixException>(() =>
                    new AgainstDrill(Options(folder, "me/scratch"), TextWriter.Null, TextReader.Null, TimeProvider.System) { Variables = _ => null }.RunAsync(
                        CancellationToken.None
                    )
                )
            ).Code
        );
    }

    [Fact]
    public async Task ThatIsTheSameServerAnswersAlike()
    {
        using var folder = new TempFolder();
        await using LocalGitHubServer server = await OtherAsync(folder, isEmpty: true);
        using var output = new StringWriter(new StringBuilder());

        await Drill(server, folder, "me/scratch", output).RunAsync(CancellationToken.None);

        Assert.True(output.ToString().Contains("both servers answered alike", StringComparison.Ordinal), output.ToString());
    }

    private static Exchange Of(string method, string path, int status, string body) =>
        Exchange.Of(method, path, "acme/shop", status, Encoding.UTF8.GetBytes(body));

    private static DrillOptions Options(TempFolder folder, string confirm) =>
        new(BuildProgram.Path)
        {
            Against = "me/scratch",
            Confirm = confirm,
            Folder = folder.Combine($"drill-{Guid.NewGuid():N}"),
            IsQuiet = true,
        };

    private static AgainstDrill Drill(LocalGitHubServer server, TempFolder folder, string confirm, TextWriter? output = null)
    {
        string token = server.AddUser("me");
        return new AgainstDrill(Options(folder, confirm), output ?? TextWriter.Null, TextReader.Null, TimeProvider.System)
        {
            Variables = name =>
                name switch
                {
                    "GITHUB_TOKEN" => token,
                    "GITHUB_API_URL" or "GITHUB_SERVER_URL" => server.Address.AbsoluteUri.TrimEnd('/'),
                    "GITHUB_GRAPHQL_URL" => $"{server.Address}graphql",
                    _ => null,
                },
        };
    }

    private static async Task<LocalGitHubServer> OtherAsync(TempFolder folder, bool isEmpty)
    {
        using var source = new TempRepository();
        if (!isEmpty)
            source.CommitFile("readme.md", "mine\n", "mine", TempRepository.Day(0));

        LocalGitHubServer server = await LocalGitHubServer.StartAsync(
            new LocalGitHubOptions { DataDirectory = folder.Combine($"data-{Guid.NewGuid():N}") },
            CancellationToken.None
        );
        await server.AddRepositoryAsync("me", "scratch", source.Path, CancellationToken.None);
        return server;
    }
}
