namespace Nuke.Common.CI;

/// <summary>A server that builds one commit.</summary>
public interface IBuildServer
{
    /// <summary>The branch or tag that is built.</summary>
    string Branch { get; }

    /// <summary>The commit that is built, 40 hex digits.</summary>
    string Commit { get; }
}
