using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary>A build with NUKE's <c>ITest</c>, <c>ICompile</c>, <c>IPack</c> and <c>ICreateGitHubRelease</c> beside ours.</summary>
public sealed class ComponentsOfNuke
{
    [NukeTheory]
    [InlineData("Status")]
    [InlineData("--help")]
    [InlineData("Hotfix", "--plan")]
    [InlineData("Hotfix", "--description", "x", "--dry-run")]
    public async Task StandBesideOurs(params string[] arguments)
    {
        await using HotfixLab lab = await HotfixLab.StartAsync();
        System.Diagnostics.ProcessStartInfo command = lab.Command([.. arguments, "--solution", Path.Combine(lab.Clone.Path, "Shop.sln")]);
        command.ArgumentList[0] = BuiltFor.Program("tests", "Hotfix.Builds");
        command.Environment["HOTFIX_BUILD"] = "NukeComponentsBuild";
        using TargetRun run = lab.Start(command);

        (await run.EndAsync()).ShouldExitWith(0);
    }
}
