using System.Security.Cryptography;
using Hotfix.Core.Merging;
using Hotfix.Core.Plans;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Pipeline.Running;

/// <summary>Waits between two looks and shows what for, until the deadline; in CI, only as long as a machine can go on.</summary>
internal sealed class WaitingRoom(RunContext run) : IDisposable
{
    private readonly TimeProvider _time = run.Settings.Time;
    private readonly long _began = run.Settings.Time.GetTimestamp();
    private Pausing? _pausing;

    /// <summary>One pause; <c>false</c> at once when there is nothing to stay for.</summary>
    /// <param name="board">What is shown.</param>
    /// <param name="waits">What has not happened yet.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<bool> PauseAsync((string Title, IReadOnlyList<BoardRow> Rows) board, IReadOnlyList<Wait> waits, CancellationToken cancellationToken)
    {
        if (!run.Settings.IsAttended && waits.All(wait => wait.IsPerson))
        {
            Log.Information("Only people can go on from here, and a job does not wait for people");
            return false;
        }

        TimeSpan deadline = run.Request.Deadline;
        TimeSpan left = deadline - _time.GetElapsedTime(_began);
        if (left <= TimeSpan.Zero)
        {
            Log.Information("The deadline of {Deadline} is over; run it again to go on", deadline);
            return false;
        }

        _pausing ??= run.Settings.BeginPausing();
        TimeSpan pause = Jitter(run.Request.PollInterval);
        await _pausing.PauseAsync(
            pause < left ? pause : left,
            () => new WaitingState(board.Title, board.Rows, waits, _time.GetElapsedTime(_began), deadline),
            cancellationToken
        );
        return true;
    }

    /// <summary>One interval without a word, before something is looked at again.</summary>
    public Task RestAsync(CancellationToken cancellationToken) => Task.Delay(run.Request.PollInterval, _time, cancellationToken);

    public void Dispose() => _pausing?.Dispose();

    // Many runs that started together do not ask together.
    private static TimeSpan Jitter(TimeSpan interval) => interval * (RandomNumberGenerator.GetInt32(900, 1100) / 1000.0);
}
