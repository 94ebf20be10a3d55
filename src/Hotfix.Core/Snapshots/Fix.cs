using Hotfix.Core.Refs;

namespace Hotfix.Core.Snapshots;

/// <summary>A fix that exists already, to be put onto the hotfix branch.</summary>
internal abstract record Fix
{
    private Fix() { }

    /// <summary>A few words for people.</summary>
    public abstract string Describe();

    /// <summary>Commits to cherry-pick (<c>-x</c>), oldest first, at least one, none of them a merge.</summary>
    public sealed record Commits(IReadOnlyList<CommitSha> Shas) : Fix
    {
        /// <inheritdoc/>
        public override string Describe() => Shas.Count == 1 ? $"commit {Shas[0].Short}" : $"{Shas.Count} commits {Shas[0].Short}..{Shas[^1].Short}";
    }

    /// <summary>
    /// A patch file: mailbox format (git-format-patch(1)) keeps its author and message, a plain diff is committed with <paramref name="Message"/>.
    /// </summary>
    /// <param name="Path">Absolute path.</param>
    /// <param name="IsMailbox">Whether it begins like a mail.</param>
    /// <param name="Message">The commit message of a plain diff.</param>
    public sealed record Patch(string Path, bool IsMailbox, string Message) : Fix
    {
        /// <summary>The file as it was named, where <see cref="Path"/> is a readable copy of it.</summary>
        public string Given { get; init; } = Path;

        /// <inheritdoc/>
        public override string Describe() => $"patch {System.IO.Path.GetFileName(Given)}";
    }
}
