using Hotfix.Drill.Processes;

namespace Hotfix.Scenarios.Drills;

/// <summary>The compiler that the drill starts once for all its builds.</summary>
public sealed class CompilerThatStays
{
    [Fact]
    public async Task CompilesWhatABuildAsksForAndIsGoneWithTheDrill()
    {
        using var workshop = new SampleWorkshop();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string socket;
        await using (
            CompilerServer compiler = await CompilerServer.StartAsync(workshop.Environment, workshop.Folder.Root, workshop.Folder.Log("compiler"), limit.Token)
        )
        {
            Assert.Equal("true", compiler.Variables["UseSharedCompilation"]);
            socket = $"/tmp/{compiler.Variables["SharedCompilationId"]}";
            Assert.Equal(!OperatingSystem.IsWindows(), File.Exists(socket));
            workshop.Environment.Share(compiler);
            Assert.Equal(compiler.Variables["SharedCompilationId"], workshop.Environment.Plain["SharedCompilationId"]);
            Assert.Equal("1", workshop.Environment.Plain["DOTNET_PROCESSOR_COUNT"]);
        }

        Assert.False(File.Exists(socket));
    }
}
