using System.Globalization;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>
/// A warm <c>./build.sh Status</c>, beside the two commands with which NUKE's own scripts start a build, and beside a program that does nothing.
/// </summary>
internal sealed class StatusBenchmark(BenchmarkOptions options, Report report)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string root = RepositoryRoot.Path;
        string project = RepositoryRoot.Combine("build", "_build.csproj");
        using var folder = new TempFolder();
        string empty = await BuildEmptyProgramAsync(folder, cancellationToken);
        Command[] commands =
        [
            new("./build.sh Status", RepositoryRoot.Combine("build.sh"), ["Status"], root, Warm),
            new(
                "dotnet build + dotnet run --no-build",
                "bash",
                [
                    "-c",
                    $"dotnet build '{project}' -nodeReuse:false -nologo -clp:NoSummary --verbosity quiet && dotnet run --project '{project}' --no-build -- Status",
                ],
                root,
                Warm
            ),
            new("empty .NET program", "dotnet", [empty], root, Warm),
        ];
        Sample[] samples = await Meter.MeasureAsync(commands, options.Repetitions, cancellationToken);
        double first = await MeasureFirstTargetAsync(commands[0], cancellationToken);

        report.Add("(a) Status, warm", samples);
        report.Expect("./build.sh Status, in empty .NET programs", samples[0].Median / samples[2].Median, "x", most: 8);
        report.Expect("./build.sh Status, memory", samples[0].PeakMiB ?? 0, "MiB", most: 80);
        report.Expect("times quicker than the bootstrap shape", samples[1].Median / samples[0].Median, "x", least: 7);
        report.Expect("engine, from the start of its process to the first target, in empty .NET programs", first / samples[2].Median, "x", most: 4);
    }

    // The engine's own log says, to the millisecond, when the target's first line was written: right before its body.
    private async Task<double> MeasureFirstTargetAsync(Command command, CancellationToken cancellationToken)
    {
        Command program = command with { FileName = "dotnet", Arguments = [BuildProgram.Path, "Status"] };
        var times = new List<double>();
        for (int round = 0; round < options.Repetitions; round++)
        {
            DateTimeOffset start = TimeProvider.System.GetLocalNow();
            await Meter.RunAsync(program, watchesMemory: false, cancellationToken);
            string[] lines = await File.ReadAllLinesAsync(RepositoryRoot.Combine(".nuke", "temp", "build.log"), cancellationToken);
            string first = lines.First(line => line.Split('|') is [_, _, var target, ..] && target.Trim() == "Status");
            times.Add((TimeOnly.Parse(first.Split('|')[0].Trim(), CultureInfo.InvariantCulture).ToTimeSpan() - start.TimeOfDay).TotalSeconds);
        }

        return new Sample("first target", times, PeakMiB: null).Median;
    }

    private static void Warm(IDictionary<string, string?> environment)
    {
        environment["HOTFIX_ENGINE"] = "embedded";
        environment["DOTNET_NOLOGO"] = environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }

    private static async Task<string> BuildEmptyProgramAsync(TempFolder folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(
            folder.Combine("Empty.csproj"),
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><UseAppHost>false</UseAppHost></PropertyGroup></Project>",
            cancellationToken
        );
        await File.WriteAllTextAsync(folder.Combine("Program.cs"), "return 0;", cancellationToken);
        await Meter.RunAsync(
            new Command(
                "an empty program",
                "dotnet",
                ["build", "--nologo", "--verbosity", "quiet", "--disable-build-servers", "--output", folder.Combine("out")],
                folder.Path
            ),
            watchesMemory: false,
            cancellationToken
        );
        return folder.Combine("out", "Empty.dll");
    }
}
