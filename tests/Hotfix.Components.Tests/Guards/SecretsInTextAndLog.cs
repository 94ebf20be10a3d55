using Hotfix.Components.Guards;
using Hotfix.Core.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Hotfix.Components.Tests.Guards;

public sealed class SecretsInTextAndLog
{
    private const string Secret = "correct-horse-battery";

    public SecretsInTextAndLog() => SecretMask.Add(Secret);

    [Theory]
    [InlineData("x correct-horse-battery y", "x [REDACTED] y")]
    [InlineData("eC1hY2Nlc3MtdG9rZW46Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5", "[REDACTED]")]
    [InlineData("nothing here", "nothing here")]
    public void DoNotPassTheConsole(string written, string shown)
    {
        using var inner = new StringWriter();
        using var writer = new MaskingWriter(inner);

        writer.Write(written);
        writer.WriteLine(written);
        writer.Write(written.ToCharArray());

        Assert.Equal(shown + shown + inner.NewLine + shown, inner.ToString());
    }

    [Fact]
    public void DoNotReachTheLogWhereverTheyAre()
    {
        var collected = new Collected();
        using Logger inner = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(collected).CreateLogger();
        using Logger log = new LoggerConfiguration().WriteTo.Sink(new MaskingSink(inner)).CreateLogger();

        log.Error(
            new InvalidOperationException($"inside {Secret}", new ArgumentException(Secret)),
            "in the template " + Secret + ", {Text}, {List}, {@Object}, {Uri}, {Number}",
            Secret,
            new[] { "a", Secret },
            new { Inner = Secret },
            new Uri($"https://{Secret}@example.com/"),
            7
        );

        LogEvent logEvent = Assert.Single(collected.Events);
        string all = $"{logEvent.RenderMessage()} {logEvent.Exception} {logEvent.Exception!.Message}";
        Assert.DoesNotContain(Secret, all, StringComparison.Ordinal);
        Assert.Contains("in the template [REDACTED], \"[REDACTED]\", [\"a\", \"[REDACTED]\"]", all, StringComparison.Ordinal);
        Assert.Contains(", 7", all, StringComparison.Ordinal);
    }

    [Fact]
    public void LeaveAnEventWithoutThemAsItIs()
    {
        var collected = new Collected();
        using Logger inner = new LoggerConfiguration().WriteTo.Sink(collected).CreateLogger();
        using Logger log = new LoggerConfiguration().WriteTo.Sink(new MaskingSink(inner)).CreateLogger();
        var exception = new InvalidOperationException("plain");

        log.Error(exception, "{Text:l} of {Number:000}", "one", 7);

        LogEvent logEvent = Assert.Single(collected.Events);
        Assert.Equal("one of 007", logEvent.RenderMessage());
        Assert.Same(exception, logEvent.Exception);
    }

    private sealed class Collected : ILogEventSink
    {
        public List<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent) => Events.Add(logEvent);
    }
}
