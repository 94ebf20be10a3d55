using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;
using Xunit.Abstractions;

namespace Hotfix.Scenarios.Guarded;

/// <summary><c>build/ready-to-run.sh</c>, as it is, beside an assembly of the size of NUKE's.</summary>
public sealed class CopyCompiledAheadOfTime(ITestOutputHelper output) : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan MostBeforeTheFirstLine = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // NUKE's own assembly has 12 MB: five minutes of a core, in silence, went before the first line.
    [CompilerFact]
    public async Task IsNotWaitedForByTheFirstRunBesideAnAssemblyOf12Megabytes()
    {
        using var lab = new ScriptLab();
        string large = _folder.Combine("Nuke.Common.dll");
        byte[] content = new byte[12 * Megabyte];
        new Random(16).NextBytes(content);
        await File.WriteAllBytesAsync(large, content);
        lab.Write("build/ready-to-run.sh", await File.ReadAllTextAsync(RepositoryRoot.Combine("build", "ready-to-run.sh")));
        var clock = Stopwatch.StartNew();

        RunResult first = await lab.RunAsync("missing", new Dictionary<string, string> { ["BESIDE"] = large }, "Status");

        TimeSpan untilTheLine = clock.Elapsed;
        string copy = Path.Combine(lab.Root, "build", "bin", "embedded", "Ready", "Nuke.Common.dll");
        for (int i = 0; i < 600 && !File.Exists(copy); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        Assert.Contains("ran embedded: [Status]", first.ShouldExitWith(0).Output, StringComparison.Ordinal);
        Assert.True(untilTheLine < MostBeforeTheFirstLine, $"{untilTheLine.TotalSeconds:0.0} s went before the first line.");
        Assert.Equal(content, await File.ReadAllBytesAsync(copy));
        output.WriteLine($"{untilTheLine.TotalSeconds:0.00} s until the program ran, {clock.Elapsed.TotalSeconds:0.0} s until the copy was there");
    }

    // Compiling NUKE's took more than five minutes.
    [CompilerFact]
    public async Task LeavesWhatIsLargeOrNeverLoadedAsItIs()
    {
        string from = Directory.CreateDirectory(_folder.Combine("from")).FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Hotfix.Core.dll"), Path.Combine(from, "_build.dll"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Hotfix.Core.dll"), Path.Combine(from, "Azure.Core.dll"));
        byte[] large = new byte[12 * Megabyte];
        new Random(16).NextBytes(large);
        await File.WriteAllBytesAsync(Path.Combine(from, "Nuke.Common.dll"), large);
        string to = _folder.Combine("to");

        using var run = TargetRun.Start(
            new ProcessStartInfo(
                "bash",
                [RepositoryRoot.Combine("build", "ready-to-run.sh"), Environment.ProcessPath!, from, to, Path.Combine(from, "_build.dll")]
            )
        );
        RunResult result = await run.EndAsync(Longest);

        result.ShouldExitWith(0);
        Assert.Equal(large, await File.ReadAllBytesAsync(Path.Combine(to, "Nuke.Common.dll")));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(from, "Azure.Core.dll")), await File.ReadAllBytesAsync(Path.Combine(to, "Azure.Core.dll")));
        Assert.NotEqual(await File.ReadAllBytesAsync(Path.Combine(from, "_build.dll")), await File.ReadAllBytesAsync(Path.Combine(to, "_build.dll")));
    }
}
