using Hotfix.Components;
using Hotfix.Core.Errors;
using Serilog;

/// <summary>Target <c>Pack</c>.</summary>
internal interface IPack : IHazPackages
{
    /// <summary>Where the packages go; a folder that restores can use as a source.</summary>
    AbsolutePath PackagesDirectory => ((this as IHazArtifacts)?.ArtifactsDirectory ?? RootDirectory / "artifacts") / "packages";

    /// <summary>
    /// The packages of this software, one variant of the components for each engine that the feeds serve. The same commit gives the same bytes.
    /// </summary>
    Target Pack =>
        _ =>
            _.Description("Makes the NuGet packages in artifacts/packages, one variant for each engine")
                .TryAfter<IReportStatus>(x => x.Status)
                .TryAfter<IDrill>(x => x.Drill)
                .TryAfter<ILocalGitHub>(x => x.LocalGitHub)
                .TryAfter<IBenchmark>(x => x.Benchmark)
                .TryBefore<IInit>(x => x.Init)
                .Executes(PackAsync);

    private async Task PackAsync()
    {
        var source = new PackageSource(RootDirectory);
        string version = await source.FindVersionAsync(PackageVersion);
        var packages = new Packages(RootDirectory, PackagesDirectory, version, await source.FindCommitDateAsync());
        packages.Clear();

        // The components depend on the drill's package, so that one is first.
        foreach (
            string project in new[]
            {
                "Rehearsal/Hotfix.Drill",
                "Hotfix.Core",
                "Hotfix.Git",
                "Hotfix.GitHub",
                "Hotfix.Pipeline",
                "Hotfix.Reports",
                "Hotfix.Engine",
                "Hotfix.Components",
            }
        )
        {
            packages.Make(project, "embedded");
        }

        MakeTool(packages);

        if (source.IsNukeServed)
        {
            packages.Make("Hotfix.Components", "nuke");
        }
        else
        {
            Log.Warning(
                "Hotfix.Components, the variant for NUKE, is left out: nothing says that the package feeds serve NUKE (.nuke/temp/engine, HOTFIX_ENGINE=nuke)"
            );
        }

        foreach (string file in packages.Files())
            Log.Information("packed: {File:l}", Path.GetRelativePath(RootDirectory, file));
    }

    // One package for each kind of machine, and one that names them; a feed may lack what that takes.
    private static void MakeTool(Packages packages)
    {
        try
        {
            packages.Make("Hotfix.Tool", "embedded", isReadyToRun: true);
        }
        catch (HotfixException e)
        {
            Log.Warning("Hotfix.Tool is packed without being compiled ahead of time: {Why:l}", e.Refusal.Why);
            packages.Make("Hotfix.Tool", "embedded");
        }
    }
}
