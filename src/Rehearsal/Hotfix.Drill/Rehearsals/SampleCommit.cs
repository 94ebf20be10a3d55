namespace Hotfix.Drill.Rehearsals;

/// <summary>One commit of the drill.</summary>
/// <param name="Files">Folder of the embedded files that it adds or replaces; empty for none.</param>
/// <param name="Message">Its message.</param>
/// <param name="Author">A name; author and committer are the same.</param>
/// <param name="Date">Author and committer date.</param>
/// <param name="Tag">The annotated release tag on it; <c>null</c> for none.</param>
internal sealed record SampleCommit(string Files, string Message, string Author, DateTimeOffset Date, string? Tag = null);
