using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Works the plan off: skips what is not to run, checks what is required, runs the rest in order.</summary>
internal sealed class TargetRunner(BuildSession session, NukeBuild build)
{
    private BuildAttemptFile? _attempt;

    public void Run(Interruption interruption)
    {
        string[]? skipped = session.Parameters.Get<string[]>(ParameterSource.SkipName, ParameterSource.TargetSeparator);
        if (skipped is not null)
            Skipping.ByParameter(build.ExecutionPlan, skipped);
        foreach (ExecutableTarget target in build.ExecutionPlan)
            CheckConditions(target, target.StaticConditions);

        Requirements.Check(build);
        _attempt = BuildAttemptFile.Start(session);
        try
        {
            foreach (ExecutableTarget target in build.ExecutionPlan)
            {
                interruption.ParkIfInterrupted();
                if (!TryRun(target, interruption) && !target.ProceedAfterFailure)
                    throw new TargetFailedException(target.Name, new InvalidOperationException(target.Name));
            }
        }
        catch
        {
            interruption.ParkIfInterrupted();
            RunAssured();
            throw;
        }
    }

    /// <summary>Runs the targets that asked to run whatever happens, if their turn has not come yet.</summary>
    public void RunAssured()
    {
        foreach (ExecutableTarget target in build.ExecutionPlan)
        {
            if (target.AssuredAfterFailure && target.Status == ExecutionStatus.Scheduled)
                TryRun(target, interruption: null);
        }
    }

    private bool TryRun(ExecutableTarget target, Interruption? interruption)
    {
        if (target.Status == ExecutionStatus.Skipped || CheckConditions(target, target.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.Extensions.Call<IOnTargetSkipped>(extension => extension.OnTargetSkipped(target));
            return true;
        }

        if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return true;
        }

        session.RunningTarget = target.Name;
        using IDisposable block = session.Host.WriteBlock(target.Name);
        try
        {
            RunActions(target, interruption);
            return true;
        }
        catch (Exception exception)
        {
            interruption?.ParkIfInterrupted();
            Fail(target, exception.Unwrapped());
            return false;
        }
        finally
        {
            session.RunningTarget = null;
        }
    }

    private void RunActions(ExecutableTarget target, Interruption? interruption)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Extensions.Call<IOnTargetRunning>(extension => extension.OnTargetRunning(target));
        foreach (Action action in target.Actions)
            action();

        interruption?.ParkIfInterrupted();
        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Succeeded;
        build.Extensions.Call<IOnTargetSucceeded>(extension => extension.OnTargetSucceeded(target));
        _attempt?.Add(target.Name);
    }

    private void Fail(ExecutableTarget target, Exception exception)
    {
        if (target.SummaryInformation.Count == 0)
            NukeBuild.SetSummary(target, pairs => pairs.AddPair(exception.GetType().Name, exception.Message.Split('\n')[0].TrimEnd('\r')));
        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Failed;
        build.Extensions.Call<IOnTargetFailed>(extension => extension.OnTargetFailed(target));
    }

    /// <returns>Whether a condition of the target, now or earlier, did not hold.</returns>
    private bool CheckConditions(ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            string[] violated = [.. conditions.Where(condition => !condition.Delegate()).Select(condition => condition.Text)];
            if (violated.Length > 0)
            {
                target.OnlyWhen = string.Join(" && ", violated);
                Skipping.Mark(build.ExecutionPlan, target, reason: null);
            }
        }
        catch (Exception exception)
        {
            Log.Error(exception.Unwrapped(), "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetFailedException(target.Name, exception);
        }

        return target.OnlyWhen is not null;
    }
}
