using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Hotfix.Git;

/// <summary>Starts git in one clone, with an argument list and an environment of our own, and returns what it answered.</summary>
public sealed class GitCommandLine
{
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
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        WorkingDirectory = Path.GetFullPath(workingDirectory);
        _authentication = authentication;
        _environment = environment;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Where git runs unless a call says otherwise.</summary>
    public string WorkingDirectory { get; }

    /// <summary>How many processes were started so far: what looking and doing has cost.</summary>
    public int ProcessesStarted => _started;

    /// <summary>Runs git to its end, whatever its exit code.</summary>
    /// <exception cref="Core.Errors.HotfixException">HF2001 without git, HF2003 when the time is up.</exception>
    public Task<GitResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(new GitCall(arguments), cancellationToken);

    /// <inheritdoc cref="RunAsync(IReadOnlyList{string}, CancellationToken)"/>
    public async Task<GitResult> RunAsync(GitCall call, CancellationToken cancellationToken)
    {
        ProcessResult result = await RunProcessAsync("git", call, cancellationToken);
        return new GitResult(call, result.ExitCode, result.Output, Redaction.Clean(result.Errors, _authentication));
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
        using var timeout = new CancellationTokenSource(call.Timeout, _time);
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
            StandardOutputEncoding = Utf8,
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
