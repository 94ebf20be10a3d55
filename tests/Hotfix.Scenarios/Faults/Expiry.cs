using System.Diagnostics;
using Hotfix.LocalGitHub.Faults;
using Hotfix.Scenarios.Lab;

namespace Hotfix.Scenarios.Faults;

/// <summary>The token runs out in the middle.</summary>
public sealed class Expiry
{
    [Fact]
    public async Task WithoutAnotherItEndsWithItsOwnCodeAndARenewedOneContinues()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        lab.Server.Faults.Add(
            new Fault(FaultKind.TokenExpired)
            {
                User = "engineer",
                Method = "PUT",
                Path = "*/merge",
            }
        );
        string[] command = Players.HotfixOf(HotfixLab.Description, lab.Patch());

        RunResult stopped = await lab.PlayAsync(lab.Start(command));
        stopped.ShouldExitWith(255);
        Assert.Contains("HF3065", stopped.Output, StringComparison.Ordinal);
        Assert.Equal("open", (await lab.ListAsync("pulls?state=all"))[0]!["state"]!.GetValue<string>());
        lab.Server.RenewToken(lab.Token);
        (await lab.PlayAsync(lab.Start(command))).ShouldExitWith(0);

        await lab.ShouldBeReleasedOnceAsync();
    }

    /// <summary>A credential helper that mints tokens, as an App's does: the run asks it once more and goes on.</summary>
    [Fact]
    public async Task WithAHelperThatHasAnotherItGoesOn()
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        string next = lab.NewToken("engineer");
        string state = Path.Combine(lab.Home, "asked");
        string helper = Path.Combine(lab.Home, "helper.sh");
        await File.WriteAllTextAsync(
            helper,
            "#!/bin/sh\n[ \"$1\" = get ] || exit 0\necho username=x-access-token\nif [ -e \"$LAB_STATE\" ]; then echo \"password=$LAB_SECOND\"; else echo \"password=$LAB_FIRST\"; fi\n"
        );
        lab.Clone.Git(["config", "credential.helper", $"!sh '{helper}'"]);
        ProcessStartInfo command = lab.Command(Players.HotfixOf(HotfixLab.Description, lab.Patch()));
        command.Environment.Remove("GITHUB_TOKEN");
        command.Environment["LAB_FIRST"] = lab.Token;
        command.Environment["LAB_SECOND"] = next;
        command.Environment["LAB_STATE"] = state;
        lab.Server.Faults.Add(
            new Fault(FaultKind.TokenExpired)
            {
                User = "engineer",
                Method = "PUT",
                Path = "*/merge",
            }
        );
        TargetRun run = lab.Start(command);
        await lab.PlayUntilAsync(() =>
            run.HasEnded || lab.Server.Requests.Snapshot().Any(request => request.Method == "POST" && request.Path.EndsWith("/pulls", StringComparison.Ordinal))
        );
        await File.WriteAllTextAsync(state, "");

        RunResult result = await lab.PlayAsync(run);

        result.ShouldExitWith(0);
        await lab.ShouldBeReleasedOnceAsync();
    }
}
