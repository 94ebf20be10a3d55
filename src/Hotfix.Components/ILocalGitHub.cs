using System.ComponentModel;
using Hotfix.Components.Running;

namespace Hotfix.Components;

/// <summary>Target <c>LocalGitHub</c>.</summary>
public interface ILocalGitHub : IEngineBuild
{
    /// <summary>Port.</summary>
    [Category("Rehearsals, adoption and packages")]
    [Parameter("Port of the local GitHub; a free one unless set")]
    int? Port => TryGetValue<int?>(() => Port);

    /// <summary>The program that serves; built when it is not.</summary>
    AbsolutePath LocalGitHubProject => RootDirectory / "src" / "Rehearsal" / "Hotfix.Drill" / "Hotfix.Drill.csproj";

    /// <summary>This repository, served like GitHub on a loopback port until Ctrl+C; prints what to set to walk the hotfix path by hand.</summary>
    Target LocalGitHub =>
        _ =>
            _.Description("Serves this repository like GitHub on a local port until Ctrl+C, to walk the path by hand")
                .InOrder(this, nameof(LocalGitHub))
                .Executes(() =>
                    new DrillProgram(LocalGitHubProject).RunAsync(
                        ["serve", "--repository", RootDirectory, .. Port is { } port ? (string[])["--port", $"{port}"] : []],
                        CancellationToken.None
                    )
                );
}
