using System.Collections;
using Hotfix.Drill;
using Hotfix.Drill.Output;
using Hotfix.Drill.Processes;
using Hotfix.Drill.Rehearsals;
using Hotfix.Drill.Testing;
using Hotfix.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Hotfix.Scenarios.Drills;

/// <summary>The drill's sample in a folder of its own, without a server.</summary>
internal sealed class SampleWorkshop : IDisposable
{
    private readonly TempFolder _temp = new();

    public SampleWorkshop()
    {
        Folder = DrillFolder.Create(_temp.Combine("drill"));
        IEnumerable<KeyValuePair<string, string>> own = System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!));
        Environment = new DrillEnvironment(Folder.Home, own);
        var clock = new FakeTimeProvider(TempRepository.Day(30));
        Git = new GitCommands(Environment.Plain, Folder.Log("git"));
        Sample = new SampleRepository(Git, new DotnetTest(Folder, Environment, new Progress(TextWriter.Null, clock, isQuiet: true)), clock);
    }

    public DrillFolder Folder { get; }

    public DrillEnvironment Environment { get; }

    public GitCommands Git { get; }

    public SampleRepository Sample { get; }

    public void Dispose() => _temp.Dispose();
}
