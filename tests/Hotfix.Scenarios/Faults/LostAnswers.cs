using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Faults;

/// <summary>GitHub did it, and the answer never came: whoever asks again must not do it twice.</summary>
public sealed class LostAnswers
{
    /// <summary>Each request that changes something loses its first answer; one command, one run.</summary>
    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.TruncatedBody)]
    public async Task OfEveryChangeLeaveOneOfEach(FaultKind kind)
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        foreach ((string method, string path) in Changes)
        {
            lab.Server.Faults.Add(
                new Fault(kind)
                {
                    User = "engineer",
                    Method = method,
                    Path = path,
                }
            );
        }

        RunResult run = await lab.PlayAsync(lab.Start(Players.HotfixOf(HotfixLab.Description, lab.Patch())));

        run.ShouldExitWith(0);
        Assert.Contains("looking in", run.Output, StringComparison.Ordinal);
        await lab.ShouldBeReleasedOnceAsync();
        Assert.Equal(1, Succeeded(lab, "POST", "/repos/acme/shop/pulls"));
        Assert.Equal(1, Succeeded(lab, "POST", "/repos/acme/shop/releases"));
    }

    /// <summary>git's pushes: of the branch, and of the tag.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task OfAPushLeaveOneBranchAndOneTag(int skip)
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.ResetAfter)
            {
                User = "engineer",
                Method = "POST",
                Path = "*/git-receive-pack",
                Skip = skip,
            }
        );
        string[] command = Players.HotfixOf(HotfixLab.Description, lab.Patch());

        RunResult run = await lab.PlayAsync(lab.Start(command));
        if (run.ExitCode != 0)
            (await lab.PlayAsync(lab.Start(command))).ShouldExitWith(0);

        await lab.ShouldBeReleasedOnceAsync();
        Assert.Single(lab.RemoteRefs().Split('\n'), line => line.StartsWith("refs/heads/hotfix/", StringComparison.Ordinal));
    }

    private static (string Method, string Path)[] Changes =>
        [
            ("POST", "/repos/acme/shop/pulls"),
            ("POST", "/repos/acme/shop/issues/*/labels"),
            ("PUT", "/repos/acme/shop/pulls/*/merge"),
            ("POST", "/repos/acme/shop/releases"),
            ("PATCH", "/repos/acme/shop/releases/*"),
        ];

    // Those whose answer was lost are logged with status 0 (reset) or with their own (cut off).
    private static int Succeeded(HotfixLab lab, string method, string path) =>
        lab.Server.Requests.Snapshot().Count(request => request.Method == method && request.Path == path && request.User == "engineer" && request.Status < 400);
}
