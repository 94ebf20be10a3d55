namespace Hotfix.Core.Reporting;

/// <summary>How large a fix was, as GitHub counted its pull request.</summary>
/// <param name="Files">Files that it changed.</param>
/// <param name="LinesAdded">In all of them.</param>
/// <param name="LinesRemoved">In all of them.</param>
/// <param name="TestFiles">Those of the files that belong to the tests; <c>null</c> when not all of its files were listed.</param>
internal sealed record HotfixSize(int Files, int LinesAdded, int LinesRemoved, int? TestFiles);
