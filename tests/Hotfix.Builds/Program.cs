using Hotfix.Builds;
using Hotfix.Components;

return HotfixProgram.Run(() =>
    Environment.GetEnvironmentVariable("HOTFIX_BUILD") switch
    {
        nameof(OwnTestBuild) => OwnTestBuild.Execute(),
        nameof(UmbrellaTestBuild) => UmbrellaTestBuild.Execute(),
        nameof(InheritedTestBuild) => InheritedTestBuild.Execute(),
        nameof(ReplacedLogBuild) => ReplacedLogBuild.Execute(),
#if NUKE
        nameof(Hotfix.Builds.OfNuke.NukeComponentsBuild) => Hotfix.Builds.OfNuke.NukeComponentsBuild.Execute(),
#endif
        var name => throw new InvalidOperationException($"HOTFIX_BUILD is '{name}', which is no build."),
    }
);
