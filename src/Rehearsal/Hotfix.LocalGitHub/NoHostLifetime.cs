namespace Hotfix.LocalGitHub;

/// <summary>Keeps the web host away from the process's signals: whoever started the server in their process decides when it ends.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
