using System.Runtime.InteropServices;
using Hotfix.LocalGitHub;
using Hotfix.LocalGitHub.Launch;

LaunchOptions? options = LaunchOptions.Parse(args, out string? problem);
if (options is null)
{
    await Console.Error.WriteLineAsync($"{problem}\n\n{LaunchOptions.Usage}");
    return 2;
}

var stop = new TaskCompletionSource();
using PosixSignalRegistration interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using LocalGitHubServer server = await LocalGitHubServer.StartAsync(
    new LocalGitHubOptions
    {
        Port = options.Port,
        SocketPath = options.Socket,
        DataDirectory = options.Data,
    },
    CancellationToken.None
);
Launched launched = await Launched.FillAsync(options, server, CancellationToken.None);
await Console.Out.WriteLineAsync(launched.Announcement());
await stop.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
