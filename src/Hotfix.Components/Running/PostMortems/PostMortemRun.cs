using Hotfix.Core.Errors;
using Hotfix.Pipeline.PostMortems;
using Hotfix.Pipeline.Running;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Running.PostMortems;

/// <summary>One run of <c>PostMortem</c>: on the way of an umbrella nothing that goes wrong with it makes the hotfix red.</summary>
/// <param name="run">The run.</param>
/// <param name="target">What is done.</param>
/// <param name="isOnTheWay">Whether it is one target of an umbrella, and was not asked for by itself.</param>
internal sealed class PostMortemRun(RunContext run, PostMortemDefinition target, bool isOnTheWay)
{
    /// <exception cref="HotfixException">Why there is none; on the way of an umbrella that is a warning: the hotfix itself is out, and stays green.</exception>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new TargetRun(run).ExecuteAsync(target, cancellationToken);
        }
        catch (HotfixException e) when (isOnTheWay)
        {
            // A refusal that is kept would be the umbrella's last line.
            run.Record.Refusals = [];
            Log.Warning("The hotfix is out; its post-mortem is missing: {Refusal:l}", e.Refusal.ToString());
        }
    }
}
