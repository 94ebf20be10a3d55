using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A commit with all that is needed to make it again elsewhere, where its parent is known.</summary>
/// <param name="Sha">Its name here.</param>
/// <param name="ParentTree">The tree that it changes, a full sha.</param>
/// <param name="Tree">The tree that it gives, a full sha.</param>
/// <param name="Author">As git writes it, <c>Ada &lt;ada@example.com&gt;</c>.</param>
/// <param name="Message">The whole message.</param>
internal sealed record CommitContent(CommitSha Sha, string ParentTree, string Tree, string Author, string Message)
{
    /// <summary>What differs between the two trees; renames are a file that went and one that came.</summary>
    public IReadOnlyList<Entry> Changes { get; init; } = [];

    /// <summary>One path.</summary>
    /// <param name="Path">From the root of the repository.</param>
    /// <param name="Mode">Six octal digits; <c>null</c> when it is gone.</param>
    /// <param name="Sha">Of the blob, or of the commit of a submodule (mode 160000).</param>
    public sealed record Entry(string Path, string? Mode, string Sha)
    {
        /// <summary>Whether it is a file or a link, with content of its own.</summary>
        public bool IsBlob => Mode is not (null or "160000");
    }
}
