using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog;

namespace Shop.Building
{
    /// <summary>The shop's build.</summary>
    [System.ComponentModel.Description("shop")]
    partial class Build : NukeBuild
    {
        public static int Main()
        {
            return Execute<Build>(x => x.Test);
        }

        Target Compile => _ => _
            .Executes(() => Log.Information("compiled"));

        Target Test => _ => _
            .DependsOn(Compile)
            .Executes(() => ProcessTasks.StartProcess("dotnet", "test --nologo", RootDirectory).AssertZeroExitCode());
    }
}
