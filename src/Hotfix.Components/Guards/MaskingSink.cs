using Hotfix.Components.Output.Summaries;
using Hotfix.Core.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Hotfix.Components.Guards;

/// <summary>
/// Stands before the engine's own log, and so before its files, too: no secret and no terminal escape of foreign words gets there. Exceptions that are logged
/// are kept for the end of the run.
/// </summary>
internal sealed class MaskingSink(ILogger inner) : ILogEventSink, IDisposable
{
    /// <summary>Puts it before the log of this process; once is enough.</summary>
    public static void Install()
    {
        if (_installed is null)
        {
#pragma warning disable CA2000 // Dispose objects before losing scope: the logger owns its sinks, and the engine closes the logger.
            Log.Logger = _installed = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new MaskingSink(Log.Logger)).CreateLogger();
#pragma warning restore CA2000
        }
    }

    /// <summary>
    /// Puts it back: after a warning or an error NUKE ends with a log of its own that writes <c>[INF] : …</c> to the console alone, past the mask and the
    /// files.
    /// </summary>
    public static void PutBack()
    {
        if (_installed is not null)
            Log.Logger = _installed;
    }

    private static ILogger? _installed;

    public void Emit(LogEvent logEvent)
    {
        Failures.Add(logEvent);
        inner.Write(Masked(logEvent));
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    internal static LogEvent Masked(LogEvent logEvent)
    {
        string template = Shown(logEvent.MessageTemplate.Text);
        string? thrown = logEvent.Exception?.ToString();
        return new LogEvent(
            logEvent.Timestamp,
            logEvent.Level,
            thrown is not null && Shown(thrown) is var masked && masked != thrown
                ? new MaskedException(Shown(logEvent.Exception!.Message), masked)
                : logEvent.Exception,
            template == logEvent.MessageTemplate.Text ? logEvent.MessageTemplate : new MessageTemplateParser().Parse(template),
            logEvent.Properties.Select(property => new LogEventProperty(property.Key, Masked(property.Value)))
        );
    }

    private static string Shown(string text) => TerminalText.Clean(SecretMask.Mask(text));

    private static LogEventPropertyValue Masked(LogEventPropertyValue value) =>
        value switch
        {
            ScalarValue { Value: string text } => new ScalarValue(Shown(text)),
            ScalarValue { Value: { } other } when other.ToString() is { } text && Shown(text) is var masked && masked != text => new ScalarValue(masked),
            SequenceValue sequence => new SequenceValue(sequence.Elements.Select(Masked)),
            StructureValue structure => new StructureValue(
                structure.Properties.Select(property => new LogEventProperty(property.Name, Masked(property.Value))),
                structure.TypeTag
            ),
            DictionaryValue dictionary => new DictionaryValue(
                dictionary.Elements.Select(pair => KeyValuePair.Create((ScalarValue)Masked(pair.Key), Masked(pair.Value)))
            ),
            _ => value,
        };
}
