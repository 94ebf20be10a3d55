namespace Nuke.Common.Execution;

/// <summary>A person's machine, or a server that is not known here.</summary>
public class Terminal : Host
{
    internal Terminal(BuildSession session)
        : base(session) { }
}
