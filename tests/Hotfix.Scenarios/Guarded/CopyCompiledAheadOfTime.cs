using System.Diagnostics;
using Hotfix.Scenarios.Lab;
using Hotfix.Testing;

namespace Hotfix.Scenarios.Guarded;

/// <summary><c>build/ready-to-run.sh</c>, as it is, beside an assembly of the size of NUKE's.</summary>
public sealed class CopyCompiledAheadOfTime : IDisposable
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Compiling NUKE's took more than five minutes.
    [CompilerFact]
    public async Task LeavesWhatIsLargeAsItIs()
    {
        string from = Directory.CreateDirectory(_folder.Combine("from")).FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Hotfix.Core.dll"), Path.Combine(from, "_build.dll"));
        byte[] large = new byte[12 * Megabyte];
        new Random(16).NextBytes(large);
        await File.WriteAllBytesAsync(Path.Combine(from, "Nuke.Common.dll"), large);
        string to = _folder.Combine("to");

        using var run = TargetRun.Start(new ProcessStartInfo("bash", [RepositoryRoot.Combine("build", "ready-to-run.sh"), Environment.ProcessPath!, from, to, Path.Combine(from, "_build.dll")]));
        RunResult result = await run.EndAsync(Longest);

        result.ShouldExitWith(0);
        Assert.Equal(large, await File.ReadAllBytesAsync(Path.Combine(to, "Nuke.Common.dll")));
        Assert.NotEqual(await File.ReadAllBytesAsync(Path.Combine(from, "_build.dll")), await File.ReadAllBytesAsync(Path.Combine(to, "_build.dll")));
    }
}
