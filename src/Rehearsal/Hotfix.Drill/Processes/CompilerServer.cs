namespace Hotfix.Drill.Processes;

/// <summary>
/// A C# compiler that stays for the length of the drill and not a moment longer: one that starts anew takes five times as long as the sample takes to compile.
/// The one that <c>dotnet</c> would start by itself stays for ten minutes, and other builds of the same user share it.
/// </summary>
internal sealed class CompilerServer : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly TimeSpan ToListen = TimeSpan.FromSeconds(20);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _pipe = $"hotfix-drill-{Guid.NewGuid():N}";
    private Task _server = Task.CompletedTask;

    private CompilerServer() { }

    /// <summary>What a build has to be told; empty where there is no such server, and each compilation starts its own.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private set; } = new Dictionary<string, string>();

    // The compiler takes a name as a file of /tmp, whatever TMPDIR says.
    private string Socket => OperatingSystem.IsWindows() ? $@"\\.\pipe\{_pipe}" : $"/tmp/{_pipe}";

    /// <summary>Starts the compiler of the SDK that builds in <paramref name="directory"/>.</summary>
    public static async Task<CompilerServer> StartAsync(DrillEnvironment environment, string directory, string logFile, CancellationToken cancellationToken)
    {
        var server = new CompilerServer();
        ChildResult version = await ChildProcess.RunAsync(
            new ChildCommand(DrillEnvironment.Dotnet, ["--version"], directory, environment.Plain, ToListen),
            logFile,
            _ => { },
            cancellationToken
        );
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string program = Path.Combine(root, "sdk", version.Lines is [.., var line] ? line.Trim() : "", "Roslyn", "bincore", "VBCSCompiler.dll");
        if (version.ExitCode == 0 && File.Exists(program))
        {
            await server.ListenAsync(
                new ChildCommand(DrillEnvironment.Dotnet, [program, $"-pipename:{server._pipe}"], directory, environment.Plain, Longest),
                logFile,
                cancellationToken
            );
        }

        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
        if (!OperatingSystem.IsWindows())
            File.Delete(Socket);
    }

    // A build that finds nobody listening would start a server of its own, which stays.
    private async Task ListenAsync(ChildCommand command, string logFile, CancellationToken cancellationToken)
    {
        _server = ChildProcess.RunAsync(command, logFile, _ => { }, _stop.Token);
        long started = TimeProvider.System.GetTimestamp();
        while (!_server.IsCompleted && TimeProvider.System.GetElapsedTime(started) < ToListen)
        {
            if (File.Exists(Socket))
            {
                Variables = new Dictionary<string, string> { ["UseSharedCompilation"] = "true", ["SharedCompilationId"] = _pipe };
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }

        await _stop.CancelAsync();
    }
}
