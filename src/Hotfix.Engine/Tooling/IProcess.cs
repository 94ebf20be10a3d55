namespace Nuke.Common.Tooling;

/// <summary>A started process.</summary>
public interface IProcess : IDisposable
{
    /// <summary>Full path of the program.</summary>
    string FileName { get; }

    /// <summary>The arguments as one text.</summary>
    string Arguments { get; }

    /// <summary>The folder that it was started in.</summary>
    string WorkingDirectory { get; }

    /// <summary>What it has written so far.</summary>
    IReadOnlyCollection<Output> Output { get; }

    /// <summary>Its exit code, once it has ended.</summary>
    int ExitCode { get; }

    /// <summary>Whether it has ended.</summary>
    bool HasExited { get; }

    /// <summary>The system's number for it.</summary>
    int Id { get; }

    /// <summary>Ends it and what it has started.</summary>
    void Kill();

    /// <summary>Waits for its end and for all of its output; ends it when its time is over.</summary>
    /// <returns>Whether it ended by itself.</returns>
    bool WaitForExit();
}
