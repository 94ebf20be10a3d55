using Hotfix.Core.Merging;
using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Runs;

/// <summary>What a waiting run shows.</summary>
/// <param name="Title">What is waited on.</param>
/// <param name="Rows">Checks and reviews.</param>
/// <param name="Waits">What has not happened yet, and who clears it.</param>
/// <param name="Elapsed">Since this run began to wait.</param>
/// <param name="Deadline">How long it waits at most.</param>
internal sealed record WaitingState(string Title, IReadOnlyList<BoardRow> Rows, IReadOnlyList<Wait> Waits, TimeSpan Elapsed, TimeSpan Deadline);
