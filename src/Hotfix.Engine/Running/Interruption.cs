using System.Runtime.InteropServices;

namespace Nuke.Common.Execution;

/// <summary>Ctrl+C and SIGTERM: runs one handler, once, and then lets the signal end the process as it would have (130, 143).</summary>
internal sealed class Interruption : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Lock _lock = new();
    private Action? _handler;
    private volatile bool _interrupted;

    public void Handle(Action handler)
    {
        _handler = handler;
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal));
    }

    /// <summary>Never returns once a signal has come: what the interrupted target does afterwards must not count any more.</summary>
    public void ParkIfInterrupted()
    {
        if (_interrupted)
#pragma warning disable RS0030 // Do not use banned APIs: it waits for nothing; this thread is to stand still
            Thread.Sleep(Timeout.Infinite);
#pragma warning restore RS0030
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // Not cancelled: when this handler returns, the runtime restores the signal's own effect.
        lock (_lock)
        {
            if (_interrupted)
                return;

            _interrupted = true;
            _handler?.Invoke();
        }
    }
}
