namespace Hotfix.Core.Reporting;

/// <summary>What was listed, and whether that is all.</summary>
/// <param name="Items">In the order of the source.</param>
/// <param name="IsWhole"><c>false</c> when a limit was reached and older ones were left out.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, bool IsWhole);
