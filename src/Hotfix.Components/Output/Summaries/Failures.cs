using Hotfix.Core.Errors;
using Serilog.Events;

namespace Hotfix.Components.Output.Summaries;

/// <summary>What was thrown in this run, as the engines log it.</summary>
internal static class Failures
{
    private static readonly Lock Guard = new();
    private static readonly List<Failure> Seen = [];

    /// <summary>In their order, each once.</summary>
    public static IReadOnlyList<Failure> All
    {
        get
        {
            lock (Guard)
                return [.. Seen];
        }
    }

    /// <summary>Keeps the exception of an event, if it has one.</summary>
    public static void Add(LogEvent logEvent)
    {
        if (logEvent.Exception is not { } exception)
            return;

        string? target =
            logEvent.Properties.TryGetValue("TargetName", out LogEventPropertyValue? value) && value is ScalarValue { Value: string name } ? name : null;
        lock (Guard)
        {
            if (!Seen.Exists(failure => ReferenceEquals(failure.Exception, exception)))
                Seen.Add(new Failure(target, exception, Find(exception)));
        }
    }

    private static Refusal? Find(Exception exception)
    {
        for (Exception? at = exception; at is not null; at = at.InnerException)
        {
            if (at is HotfixException { Refusal: var refusal })
                return refusal;
        }

        return null;
    }
}
