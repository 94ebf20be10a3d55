using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Output;

/// <summary>Shows waiting where a log is kept: one line per change, since a log that repeats itself hides what moves.</summary>
internal sealed class WaitingLines
{
    private string _shown = "";

    public void Show(WaitingState state)
    {
        string now = string.Join('\n', state.Waits);
        if (now == _shown)
            return;

        _shown = now;
        foreach (Core.Plans.Wait wait in state.Waits)
            Log.Information("waiting {Elapsed:l}: {Wait:l}", WaitingTable.Clock(state.Elapsed), wait.ToString());
    }
}
