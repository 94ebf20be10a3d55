using Hotfix.Drill.Output;

namespace Hotfix.Drill;

/// <summary>What a hotfix promises, each said aloud with whether it was kept; the drill fails when one was not.</summary>
internal sealed class Promises(Progress progress)
{
    private readonly List<string> _missing = [];

    public void Require(string promise, bool isKept, string evidence)
    {
        progress.Say("verify", isKept ? $"yes: {promise}" : $"NO:  {promise}; found: {evidence}");
        if (!isKept)
            _missing.Add($"not so: {promise}; found: {evidence}");
    }

    /// <exception cref="Core.Errors.HotfixException">HF5906 with every promise that was not kept.</exception>
    public void ThrowIfBroken()
    {
        if (_missing.Count > 0)
            throw DrillFailure.NotShown(_missing);
    }
}
