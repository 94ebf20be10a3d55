using System.Diagnostics;
using Hotfix.Components.Testing;
using Hotfix.Core.Errors;
using Hotfix.Git.Versions;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>
/// Starts the program that serves a local GitHub and rehearses against it: a process of its own, since nothing here may depend on a web server.
/// In the repository of this software it is built; elsewhere it is among the restored packages, of which the components' is one.
/// </summary>
internal sealed class DrillProgram(string project)
{
    /// <summary>Names of variables that it gets in spite of the cleaned environment.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    public async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        string program =
            PackagedProgram.Beside(Path.GetFileNameWithoutExtension(project)) is { } beside ? beside
            : File.Exists(project) ? await BuildAsync(cancellationToken)
            : PackagedProgram.Find(Path.GetFileNameWithoutExtension(project)) ?? throw NotThere();
        using Process process = Start([program, .. arguments], isQuiet: false);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new HotfixException(
                "HF5003",
                what: $"'{Path.GetFileNameWithoutExtension(program)} {arguments[0]}' ended with exit code {process.ExitCode}.",
                why: "Its output above says at which stage, and why.",
                next: "Correct that; the folder it names was kept to look at."
            );
        }
    }

    // A build that finds nothing to do takes as long as starting the targets four times; what it would find is seen from the files.
    private async Task<string> BuildAsync(CancellationToken cancellationToken)
    {
        var built = BuiltProgram.Of(project);
        if (built.Find() is { } current)
            return current;

        Log.Information("Building {Project:l}", Path.GetFileNameWithoutExtension(project));
        using Process build = Start(
            ["build", project, "--nologo", "-v", "quiet", "--disable-build-servers", "-t:Build", "-getProperty:TargetPath"],
            isQuiet: true
        );
        Task<string> errors = build.StandardError.ReadToEndAsync(cancellationToken);
        string output = await build.StandardOutput.ReadToEndAsync(cancellationToken);
        await build.WaitForExitAsync(cancellationToken);
        string target = output.Trim();
        return build.ExitCode == 0 && File.Exists(target)
            ? built.Remember(target)
            : throw new HotfixException(
                "HF5002",
                what: $"{Path.GetFileName(project)} did not compile; nothing was started.",
                why: $"{output}\n{await errors}".Trim(),
                next: "Correct that; on a machine without a package feed, restore once where there is one."
            );
    }

    private HotfixException NotThere() =>
        new(
            "HF5004",
            what: $"The program {Path.GetFileNameWithoutExtension(project)} is not on this machine; nothing was started.",
            why: $"There is no {project}, and no package {PackagedProgram.Describe(Path.GetFileNameWithoutExtension(project))}.",
            next: "Run 'dotnet restore build': the package comes with Hotfix.Components. In a clone of the Hotfix repository it is built from its project."
        );

    private Process Start(IReadOnlyList<string> arguments, bool isQuiet)
    {
        var start = new ProcessStartInfo(DotNetHost.Path, arguments) { RedirectStandardOutput = isQuiet, RedirectStandardError = isQuiet };
        ChildEnvironment.Clean(start.Environment);

        // Its home folder is another one, where no configuration of NuGet names the folder.
        start.Environment["NUGET_PACKAGES"] = PackageCache.Folder;
        foreach (string name in isQuiet ? [] : Variables.Where(name => Environment.GetEnvironmentVariable(name) is not null))
            start.Environment[name] = Environment.GetEnvironmentVariable(name);

        return Process.Start(start)!;
    }
}
