using Hotfix.Components.Guards;
using Hotfix.Core.Errors;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Guards;

/// <summary>The log under <c>.nuke/temp</c> that another run of this clone writes to, opened as NUKE's own sink opens it.</summary>
public sealed class LogOfAnotherRun : IDisposable
{
    private readonly TempFolder _folder = new();

    public LogOfAnotherRun() => Directory.CreateDirectory(_folder.Combine(".nuke", "temp"));

    private string Log => _folder.Combine(".nuke", "temp", "build.log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void IsPutOutOfTheWayBeforeTheEngineEmptiesIt()
    {
        if (OperatingSystem.IsWindows())
            return;

        using StreamWriter other = OpenAsNukeDoes();
        other.WriteLine("before");
        Assert.Throws<IOException>(EmptyAsNukeDoes);

        Assert.Empty(Check());

        EmptyAsNukeDoes();
        other.WriteLine("after");
        string moved = Assert.Single(Directory.GetFiles(_folder.Combine(".nuke", "temp"), "build-before-*.log"));
        Assert.Equal("before\nafter\n", ReadHeld(moved));
    }

    [Fact]
    public void IsGoneOnceNobodyWritesToIt()
    {
        if (OperatingSystem.IsWindows())
            return;

        using (OpenAsNukeDoes())
            Assert.Empty(Check());

        Assert.Empty(Check());

        Assert.Empty(Directory.GetFiles(_folder.Combine(".nuke", "temp"), "build-before-*.log"));
    }

    [Fact]
    public void OfARunThatIsOverStays()
    {
        File.WriteAllText(Log, "earlier\n");

        Assert.Empty(Check());

        Assert.Equal("earlier\n", File.ReadAllText(Log));
    }

    [Fact]
    public void ThatCannotBeRenamedNamesTheRunThatHoldsIt()
    {
        Refusal refusal = HeldLog.IsInTheWay(
            "/shop/.nuke/temp/build.log",
            HeldLog.Describe(4711, new DateTimeOffset(2026, 11, 27, 3, 0, 0, TimeSpan.Zero), ["Hotfix"]),
            "The process cannot access the file."
        );

        Assert.Equal("HF1103", refusal.Code);
        Assert.Contains("It is process 4711 (Hotfix), started at 2026-11-27 03:00:00.", refusal.Why, StringComparison.Ordinal);
    }

    private IEnumerable<Refusal> Check() => new StartGuard(new GivenArguments(["Status"]), new Dictionary<string, string>(), _folder.Path).Check();

    // Its file sink lets others read.
    private StreamWriter OpenAsNukeDoes() =>
        new(new FileStream(Log, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read)) { AutoFlush = true, NewLine = "\n" };

    // Its start asks for the file alone, and cuts it.
    private void EmptyAsNukeDoes()
    {
        if (!File.Exists(Log))
            return;

        using FileStream file = File.OpenWrite(Log);
        file.SetLength(0);
    }

    private static string ReadHeld(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
