using System;
using Fallout.Common;
using Fallout.Common.IO;
using Serilog;

class Build : FalloutBuild
{
    /// Support plugins are available for editors.

    public static int Main () => Execute<Build>(x => x.Compile);

    [Parameter("Configuration to build - Default is 'Debug' (local) or 'Release' (server)")]
    readonly string Configuration = IsLocalBuild ? "Debug" : "Release";

    Target Restore => _ => _
        .Executes(() =>
        {
            Log.Information("restored");
        });

    Target Compile => _ => _
        .DependsOn(Restore)
        .Executes(() =>
        {
            Log.Information("compiled in {Configuration}", Configuration);
        });
}
