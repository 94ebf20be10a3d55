using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// Writes everything, whatever the verbosity, to the two log files under <c>.nuke/temp</c>: <c>build.log</c> with times, a dated one without.
/// </summary>
internal sealed class FileSink : ILogEventSink, IDisposable
{
    private const int DatedFilesKept = 5;
    private readonly BuildSession _session;
    private readonly StreamWriter _timed;
    private readonly StreamWriter? _dated;
    private readonly Lock _lock = new();
    private bool _isFull;

    public FileSink(BuildSession session)
    {
        _session = session;
        _timed = Create(Path.Combine(session.TemporaryDirectory, "build.log"));
        if (session.Host is not CI.GitHubActions.GitHubActions)
        {
            RemoveOld(session.TemporaryDirectory);
            string date = session.Clock.GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
            _dated = Create(Path.Combine(session.TemporaryDirectory, $"build.{date}.log"));
        }
    }

    public void Emit(LogEvent logEvent)
    {
        if (_dated is null || _isFull)
            return;

        string message = MessageText.Of(logEvent) + (logEvent.Exception is null ? string.Empty : Environment.NewLine + logEvent.Exception);
        string line = _session.Secrets.Mask($"{ConsoleSink.ShortName(logEvent.Level)[0]} | {(_session.RunningTarget ?? "").PadRight(20)} | {message}");
        try
        {
            Write(line);
        }
        catch (IOException)
        {
            // A full disk ends the log, not the build.
            _isFull = true;
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            _timed.WriteLine($"{_session.Clock.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} | {line}");
            _dated?.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            try
            {
                _timed.Dispose();
                _dated?.Dispose();
            }
            catch (IOException)
            {
                // What is left in a buffer of a full disk is lost, as what came before it.
            }
        }
    }

    // Shared: two builds of one repository may run at a time, and neither may fail for the other's log.
    private static StreamWriter Create(string file) =>
        new(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };

    private static void RemoveOld(string directory)
    {
        foreach (string file in Directory.EnumerateFiles(directory, "build.????-??-??_*.log").OrderDescending(StringComparer.Ordinal).Skip(DatedFilesKept))
            File.Delete(file);
    }
}
