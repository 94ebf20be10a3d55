namespace Nuke.Common.Execution;

/// <summary>Colours of a terminal, by meaning.</summary>
internal enum Ansi
{
    /// <summary>As the terminal is.</summary>
    None,

    /// <summary>Times, rules, what was skipped.</summary>
    Faint,

    /// <summary>Headers.</summary>
    Header,

    Success,

    Warning,

    Error,
}
