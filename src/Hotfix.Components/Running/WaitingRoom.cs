using System.Globalization;
using System.Security.Cryptography;
using Hotfix.Core.Planning;
using Hotfix.Core.Requests;
using Serilog;

namespace Hotfix.Components.Running;

/// <summary>Waits between two looks, says what for whenever that changes, and ends at the deadline.</summary>
internal sealed class WaitingRoom(HotfixRequest request, RunRecord record)
{
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private string _shown = "";

    /// <summary><c>false</c> when the deadline has passed: it is somebody's move, and a later run goes on.</summary>
    public async Task<bool> WaitAsync(PlanResult.Waiting waiting, CancellationToken cancellationToken)
    {
        TimeSpan elapsed = _time.GetElapsedTime(_began);
        Show(waiting, elapsed);
        if (elapsed >= request.Deadline)
        {
            Log.Information("The deadline of {Deadline} is over; run it again to go on", request.Deadline);
            return false;
        }

        TimeSpan pause = Jitter(request.PollInterval);
        TimeSpan left = request.Deadline - elapsed;
        await Task.Delay(pause < left ? pause : left, _time, cancellationToken);
        record.Waited += pause;
        return true;
    }

    // One line per change: a log that repeats itself hides what moves.
    private void Show(PlanResult.Waiting waiting, TimeSpan elapsed)
    {
        string now = string.Join("\n", waiting.Waits);
        if (now == _shown)
        {
            return;
        }

        _shown = now;
        foreach (Wait wait in waiting.Waits)
        {
            Log.Information("waiting {Elapsed:l}: {Wait:l}", Clock(elapsed), wait.ToString());
        }
    }

    // Many runs that started together do not ask together.
    private static TimeSpan Jitter(TimeSpan interval) =>
        interval * (RandomNumberGenerator.GetInt32(900, 1100) / 1000.0);

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? time.ToString("h\\:mm\\:ss", CultureInfo.InvariantCulture)
        : time.ToString("m\\:ss", CultureInfo.InvariantCulture);
}
