using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Hotfix.Git.Parsing;

namespace Hotfix.Git;

/// <summary>Starts git in one clone, with an argument list and an environment of our own, and returns what it answered.</summary>
internal sealed class GitCommandLine
{
    private const int Tries = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly GitAuthentication? _authentication;
    private readonly IReadOnlyDictionary<string, string?>? _environment;
    private readonly TimeProvider _time;
    private int _started;

    /// <param name="workingDirectory">Absolute path in the clone.</param>
    /// <param name="authentication">Given to git for remotes; <c>null</c>: git has, or finds, a credential of its own.</param>
    /// <param name="timeProvider">Measures time-outs; the system's unless set.</param>
    /// <param name="environment">Laid over the inherited environment; <c>null</c> values remove a variable.</param>
    public GitCommandLine(
        string workingDirectory,
        GitAuthentication? authentication = null,
        TimeProvider? timeProvider = null,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        WorkingDirectory = Path.GetFullPath(workingDirectory);
        _authentication = authentication;
        _environment = environment;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Waits for the turn of a change of the remote, which ends when what it gives is disposed of; <c>null</c>: at once.</summary>
    public Func<CancellationToken, Task<IDisposable>>? BeginWrite { get; init; }

    /// <summary>Is told each second try, one line, without secrets; <c>null</c>: nobody.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Where git runs unless a call says otherwise.</summary>
    public string WorkingDirectory { get; }

    /// <summary>How many processes were started so far: what looking and doing has cost.</summary>
    public int ProcessesStarted => _started;

    /// <summary>The same in another work tree of the clone.</summary>
    public GitCommandLine In(string directory) => new(directory, _authentication, _time, _environment) { BeginWrite = BeginWrite, Notice = Notice };

    /// <summary>Whether it is a partial clone, whose missing objects git fetches when they are needed (git-clone(1) <c>--filter</c>).</summary>
    public async Task<bool> IsPartialCloneAsync(CancellationToken cancellationToken) =>
        (await RunAsync(["config", "--get-regexp", @"^(remote\..*\.promisor|extensions\.partialclone)$"], cancellationToken)).Output.Length > 0;

    /// <summary>Runs git to its end, whatever its exit code.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF2001 without git, HF2003 when the time is up.</exception>
    public Task<GitResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(new GitCall(arguments), cancellationToken);

    /// <summary>
    /// Runs git to its end, whatever its exit code. What only reads from a remote is tried again, three times in all, where the trouble may pass.
    /// </summary>
    /// <exception cref="Core.Errors.HotfixException">HF2001 without git, HF2003 when the time is up.</exception>
    public async Task<GitResult> RunAsync(GitCall call, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            GitResult result = await RunOnceAsync(call, cancellationToken);
            if (!call.SendsAuthentication || call.ChangesRemote || result.IsSuccess || tries == Tries || !RemoteTrouble.MayPass(result))
                return result;

            await PauseAsync(result, tries, cancellationToken);
        }
    }

    /// <summary>Pushes; where no answer came and the remote has not changed, again with the same lease, three times in all.</summary>
    /// <param name="call">The push, with a lease.</param>
    /// <param name="isUndecided">Asks the remote whether the ref is still where the lease expects it.</param>
    /// <param name="cancellationToken">Stops waiting, too.</param>
    internal async Task<GitResult> PushAsync(GitCall call, Func<Task<bool>> isUndecided, CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            GitResult result = await RunOnceAsync(call, cancellationToken);
            if (result.IsSuccess || PushOutput.Parse(result.Output).IsDecided || !RemoteTrouble.MayPass(result) || tries == Tries || !await isUndecided())
                return result;

            await PauseAsync(result, tries, cancellationToken);
        }
    }

    private async Task<GitResult> RunOnceAsync(GitCall call, CancellationToken cancellationToken)
    {
        using IDisposable? turn = call.ChangesRemote && BeginWrite is not null ? await BeginWrite(cancellationToken) : null;
        ProcessResult result = await RunProcessAsync("git", call, cancellationToken);
        return new GitResult(call, result.ExitCode, result.Output, Redaction.Clean(result.Errors, _authentication));
    }

    private Task PauseAsync(GitResult failed, int tries, CancellationToken cancellationToken)
    {
        TimeSpan wait = FirstPause * Math.Pow(2, tries - 1) * (RandomNumberGenerator.GetInt32(75, 126) / 100.0);
        Notice?.Invoke($"{failed.Evidence}; trying again in {wait.TotalSeconds:0.0} s");
        return Task.Delay(wait, _time, cancellationToken);
    }

    /// <summary>Runs git and returns its standard output, without the line break at its end.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF2002 when the exit code is not 0.</exception>
    public async Task<string> ReadAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        GitResult result = await RunAsync(arguments, cancellationToken);
        return result.IsSuccess ? result.Line : throw GitErrors.Failed(result);
    }

    /// <summary>Runs another program under the same rules; its arguments are the call's.</summary>
    internal async Task<ProcessResult> RunProcessAsync(string program, GitCall call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(
            _authentication is { IsForEveryCall: true } && call.Timeout < GitCall.NetworkTimeout ? GitCall.NetworkTimeout : call.Timeout,
            _time
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using Process process = Start(program, call);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(stop.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(stop.Token);
            await WriteInputAsync(process, call.StandardInput, stop.Token);
            await process.WaitForExitAsync(stop.Token);
            return new ProcessResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw GitErrors.TimedOut(call);
        }
        finally
        {
            await KillAsync(process);
        }
    }

    private Process Start(string program, GitCall call)
    {
        var start = new ProcessStartInfo(program, call.Arguments)
        {
            WorkingDirectory = call.Directory ?? WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = call.IsBinary ? Encoding.Latin1 : Utf8,
            StandardErrorEncoding = Utf8,
        };
        GitEnvironment.Apply(start.Environment, _environment, call, _authentication);
        try
        {
            Process process = Process.Start(start)!;
            Interlocked.Increment(ref _started);
            return process;
        }
        catch (Win32Exception e)
        {
            throw GitErrors.NotStarted(program, start.WorkingDirectory, e);
        }
    }

    private static async Task WriteInputAsync(Process process, string text, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(text.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code says why.
        }
    }

    private static async Task KillAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None);
        }
    }
}
