using Hotfix.Components;
using Hotfix.Core.Errors;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Hotfix.Tool;

/// <summary>The command <c>hotfix</c>: the same targets as a build's, for a repository that need not have a build.</summary>
[HotfixBuild]
internal sealed class HotfixTool : NukeBuild, IHotfix, IDrill, ILocalGitHub, IInit
{
    private const int Refused = 255;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["--version"])
        {
            Console.WriteLine(ToolVersion.Text);
            return 0;
        }

        OwnCommand.StartedAs(OwnCommand.Tool, hasScript: false);
        var asked = new ToolArguments(arguments);
        ToolPlace place;
        try
        {
            place = await ToolPlace.FindAsync(asked, Environment.CurrentDirectory);
        }
        catch (HotfixException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }

        using (place)
            return Run(arguments, asked, place);
    }

    private static int Run(string[] arguments, ToolArguments asked, ToolPlace place)
    {
        if (RepositoryBuild.Find(place.Root) is { } own)
        {
            if (own.Obstacle is null)
            {
                asked.Say($"hotfix: runs this repository's own build, {own.Program}, as ./build.sh does");
                return own.Run(arguments);
            }

            OwnCommand.StartedAs(OwnCommand.Tool, hasScript: true);
            asked.Say(
                $"hotfix: runs as installed ({ToolVersion.Text}), since this repository's own build {own.Obstacle}: what that build overrides does not count here; ./build.sh runs it"
            );
        }

        BuildSession.Current = new BuildSession(BuildInvocation.OfProcess() with { Variables = place.Variables, FilesDirectory = place.FilesDirectory });
        return HotfixProgram.Run(() => Execute<HotfixTool>(x => ((IReportStatus)x).Status), new ProgramPlace(place.Root, place.FilesDirectory));
    }
}
