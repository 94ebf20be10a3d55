using System.Linq.Expressions;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run from the made build instance to the exit code.</summary>
internal sealed class BuildRun(BuildSession session, NukeBuild build, LambdaExpression[] defaults)
{
    private bool _finished;

    public int Run()
    {
        using var interruption = new Interruption();
        bool answered = false;
        try
        {
            Prepare();
            var runner = new TargetRunner(session, build);
            interruption.Handle(() => Interrupt(runner));
            runner.Run(interruption);
            return build.ExitCode ??= build.IsSucceeding ? 0 : BuildManager.Failure;
        }
        catch (BuildAnswered)
        {
            answered = true;
            return 0;
        }
        catch (Exception exception)
        {
            interruption.ParkIfInterrupted();
            Report(exception.Unwrapped());
            return build.ExitCode ??= BuildManager.Failure;
        }
        finally
        {
            if (!answered)
                Finish();
            Log.CloseAndFlush();
        }
    }

    private void Prepare()
    {
        build.ExecutableTargets = TargetFactory.CreateAll(build, defaults);
        build.Extensions.Call<IOnBuildCreated>(extension => extension.OnBuildCreated(build.ExecutableTargets));
        if (build.Continue)
            throw new BuildException(ContinueRefusal.Message);
        if (!build.NoLogo)
            session.Host.WriteLogo();

        string[]? names = session.Parameters.Get<string[]>(ParameterSource.TargetName, ParameterSource.TargetSeparator);
        build.ExecutionPlan = ExecutionPlanner.Plan(build.ExecutableTargets, names, session.CommandLine.Has("strict"));
        build.Extensions.Call<IOnBuildInitialized>(extension => extension.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan));
    }

    private void Report(Exception exception)
    {
        if (exception is TargetFailedException)
            return;

        Log.Verbose(exception, "Target-unrelated exception was thrown");
        session.Host.WriteFatal(exception.Message);
    }

    private void Interrupt(TargetRunner runner)
    {
        foreach (ExecutableTarget target in build.RunningTargets)
        {
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Aborted;
        }

        runner.RunAssured();
        Finish();
        Log.CloseAndFlush();
    }

    private void Finish()
    {
        if (_finished || build.ExecutionPlan is null)
            return;

        _finished = true;
        foreach (ExecutableTarget target in build.ExecutionPlan)
        {
            target.Stopwatch.Stop();
            target.Status = target.Status switch
            {
                ExecutionStatus.Running => ExecutionStatus.Aborted,
                ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                ExecutionStatus status => status,
            };
        }

        session.Host.WriteErrorsAndWarnings();
        session.Host.WriteTargetOutcome(build);
        session.Host.WriteBuildOutcome(build);
        build.Extensions.Call<IOnBuildFinished>(extension => extension.OnBuildFinished());
    }
}
