namespace Nuke.Common.Execution;

/// <summary>The one place where the engine writes to the console: colours where they are wanted, secrets nowhere.</summary>
internal sealed class BuildConsole(BuildSession session)
{
    private readonly Lock _lock = new();
    private bool _isColoured;

    /// <summary>From now on, where the host and its terminal show colours. Before, nothing is known of either.</summary>
    public void UseColours() => _isColoured = FindIsColoured();

    /// <summary>Colours a text; returns it as it is where colours are not wanted.</summary>
    public string Paint(string text, Ansi colour)
    {
        string code = colour switch
        {
            Ansi.Faint => "38;5;246",
            Ansi.Header => "36;1",
            Ansi.Success => "32;1",
            Ansi.Warning => "33;1",
            Ansi.Error => "31;1",
            _ => string.Empty,
        };
        return _isColoured && code.Length > 0 && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
    }

    public void Write(string text)
    {
        lock (_lock)
        {
            TextWriter output = session.Output;
            output.Write(session.Secrets.Mask(text));
            output.Flush();
        }
    }

    public void WriteLine(string text = "", Ansi colour = Ansi.None) => Write(Paint(text, colour) + Environment.NewLine);

    public void Error(string text) => WriteLine(text, Ansi.Error);

    private bool FindIsColoured()
    {
        IReadOnlyDictionary<string, string> variables = session.Variables;
        if (variables.TryGetValue("NO_COLOR", out string? refusal) && refusal.Length > 0)
            return false;
        if (session.Host is CI.GitHubActions.GitHubActions)
            return true;

        return !Console.IsOutputRedirected && variables.TryGetValue("TERM", out string? terminal) && terminal.StartsWith("xterm", StringComparison.Ordinal);
    }
}
