using System.Linq.Expressions;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run from the made build instance to the exit code.</summary>
internal sealed class BuildRun(BuildSession session, NukeBuild build, LambdaExpression[] defaults)
{
    private bool _finished;

    public int Run()
    {
        using var interruption = new Interruption();
        try
        {
            int exitCode = RunTargets(interruption);
            Finish();
            return exitCode;
        }
        catch (BuildAnswered)
        {
            return 0;
        }
        catch (Exception exception)
        {
            // Thrown by an extension or an override that was told of the end.
            Report(exception.Unwrapped());
            return BuildManager.Failure;
        }
        finally
        {
            Log.CloseAndFlush();
        }
    }

    private int RunTargets(Interruption interruption)
    {
        try
        {
            Prepare();
            var runner = new TargetRunner(session, build);
            interruption.Handle(() => Interrupt(runner));
            runner.Run(interruption);
            return build.ExitCode ??= build.IsSucceeding ? 0 : BuildManager.Failure;
        }
        catch (Exception exception) when (exception is not BuildAnswered)
        {
            interruption.ParkIfInterrupted();
            Report(exception.Unwrapped());
            return build.ExitCode ??= BuildManager.Failure;
        }
    }

    private void Prepare()
    {
        build.ExecutableTargets = TargetFactory.CreateAll(build, defaults);
        build.Extensions.Call<IOnBuildCreated>(extension => extension.OnBuildCreated(build.ExecutableTargets));
        if (!build.NoLogo)
            session.Host.WriteLogo();

        string[]? names = session.Parameters.Get<string[]>(ParameterSource.TargetName, ParameterSource.TargetSeparator);
        build.ExecutionPlan = ExecutionPlanner.Plan(build.ExecutableTargets, names, session.CommandLine.Has("strict"));
        build.Extensions.Call<IOnBuildInitialized>(extension => extension.OnBuildInitialized(build.ExecutableTargets, build.ExecutionPlan));
        if (build.Continue)
            throw new BuildException(ContinueRefusal.Message);
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

        StartedProcess.KillAll();
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
