using System.Globalization;

namespace Hotfix.Drill.Output;

/// <summary>Says what is going on while it goes on, one line at a time, with the time since the start.</summary>
/// <param name="writer">Gets whole lines.</param>
/// <param name="clock">Measures.</param>
/// <param name="isQuiet">Whether the output of the processes is left out.</param>
internal sealed class Progress(TextWriter writer, TimeProvider clock, bool isQuiet)
{
    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    private string Seconds => Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(6);

    /// <summary>Something that a player or the drill did.</summary>
    public void Say(string who, string what) => Write($"[{Seconds} s] {who.PadRight(8)} {what}");

    /// <summary>The stage that goes on; empty before the first.</summary>
    public string CurrentStage { get; private set; } = "";

    /// <summary>A new stage begins.</summary>
    public void Stage(string title)
    {
        CurrentStage = title;
        Write($"\n[{Seconds} s] == {title}");
    }

    /// <summary>A line that a process printed; blank ones are left out.</summary>
    public void Output(string who, string line)
    {
        if (!isQuiet && !string.IsNullOrWhiteSpace(line))
            Write($"           {who.PadRight(8)} | {line}");
    }

    /// <summary>Text as it is.</summary>
    public void Write(string text)
    {
        lock (_lock)
        {
            writer.WriteLine(text);
            writer.Flush();
        }
    }
}
