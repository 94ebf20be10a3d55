using System.Runtime.InteropServices;
using Hotfix.Core.Errors;
using Hotfix.Drill;
using Hotfix.Drill.Against;

// drill: rehearse a hotfix.  serve: only the local GitHub, with a repository of one's own on it.
int interruptedCode = 130;
using var interrupted = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    switch (args)
    {
        case ["drill", "--list"]:
            await Console.Out.WriteLineAsync(Scenarios.List());
            return 0;
        case ["drill", .. string[] rest]:
            DrillOptions options = CommandLine.Parse(rest);
            if (options.Against is not null)
            {
                await new AgainstDrill(options, Console.Out, Console.In, TimeProvider.System).RunAsync(interrupted.Token);
            }
            else
            {
                foreach (DrillOptions one in options.Each)
                    await new DrillRun(one, Console.Out, TimeProvider.System).RunAsync(interrupted.Token);
            }

            return 0;
        case ["rollout", .. string[] rest]:
            return RolloutCommand.Run(rest, Console.Out);
        case ["serve", .. string[] rest]:
            return await ServeCommand.RunAsync(rest);
        default:
            throw DrillFailure.BadCommandLine(args.Length == 0 ? "It was not said what to do." : $"'{args[0]}' is not known.");
    }
}
catch (HotfixException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Interrupted; everything that was started has been stopped.");
    return interruptedCode;
}
catch (Exception unexpected)
{
    await Console.Error.WriteLineAsync(DrillFailure.Unexpected(unexpected).Message);
    return 1;
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    interruptedCode = context.Signal == PosixSignal.SIGTERM ? 143 : 130;
    interrupted.Cancel();
}
