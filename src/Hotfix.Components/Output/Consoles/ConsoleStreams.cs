using Hotfix.Components.Guards;
using Hotfix.Core.Text;

namespace Hotfix.Components.Output.Consoles;

/// <summary>Puts what the mode asks for before standard output and standard error, for whatever either engine, a tool or a careless line writes.</summary>
internal sealed class ConsoleStreams : IDisposable
{
    private readonly List<LineWriter> _lines = [];
    private readonly List<IDisposable> _all = [];
    private readonly ConsoleMode _mode;
    private readonly MaskingWriter _document;

    /// <param name="mode">What is asked of the output.</param>
    /// <param name="standard">Standard output.</param>
    /// <param name="errors">Standard error.</param>
    /// <param name="size">Columns and rows of the terminal that standard output is; <c>null</c> when it is none.</param>
    public ConsoleStreams(ConsoleMode mode, TextWriter standard, TextWriter errors, Func<(int Width, int Height)>? size)
    {
        _mode = mode;
        bool isDrawnOn = !mode.IsJson && !mode.IsActions && !mode.IsPlain;
        Terminal = isDrawnOn && size is not null ? Keep(new TerminalWriter(standard, size)) : null;
        _document = new MaskingWriter(standard);
        Log = Chain(mode.IsJson ? errors : Terminal ?? standard);
        Errors = mode.IsJson ? Log : Chain(errors);
    }

    /// <summary>Where a picture can be drawn; <c>null</c> where lines are kept or read aloud.</summary>
    public TerminalWriter? Terminal { get; }

    /// <summary>Where everything goes but the document of <c>--json</c>.</summary>
    public TextWriter Log { get; }

    /// <summary>What stands before standard error.</summary>
    public TextWriter Errors { get; }

    /// <summary>Errors that the engine annotated, where a job's runner reads; escaped.</summary>
    public IReadOnlyList<string> EngineErrors => [.. _lines.OfType<ActionsWriter>().SelectMany(writer => writer.Errors)];

    /// <summary>Standard output alone, for the document.</summary>
    public void WriteDocument(string text)
    {
        _document.WriteLine(text);
        _document.Flush();
    }

    /// <summary>A command to a job's runner, past what keeps others from giving any.</summary>
    public void WriteCommand(string command)
    {
        Complete();
        TextWriter raw = _lines.OfType<ActionsWriter>().FirstOrDefault()?.Raw ?? Log;
        raw.WriteLine(SecretMask.Mask(command));
        raw.Flush();
    }

    /// <summary>Ends a line that has no end, and gives the terminal back.</summary>
    public void Complete()
    {
        // From the outside to the inside: each hands on what it has kept.
        for (int at = _lines.Count - 1; at >= 0; at--)
            _lines[at].Complete();

        Terminal?.Clear();
    }

    public void Dispose()
    {
        Complete();
        _document.Dispose();
        _all.ForEach(writer => writer.Dispose());
    }

    private MaskingWriter Chain(TextWriter inner)
    {
        if (_mode.IsActions)
            inner = KeepLines(new ActionsWriter(inner));

        if (_mode.IsPlain)
            inner = KeepLines(new PlainWriter(inner));

        if (_mode.IsColourless)
            inner = Keep(new ColourlessWriter(inner));

        return Keep(new MaskingWriter(inner));
    }

    private T KeepLines<T>(T writer)
        where T : LineWriter
    {
        _lines.Add(writer);
        return Keep(writer);
    }

    private T Keep<T>(T writer)
        where T : IDisposable
    {
        _all.Add(writer);
        return writer;
    }
}
