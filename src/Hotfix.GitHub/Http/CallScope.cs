namespace Hotfix.GitHub.Http;

/// <summary>Carries a caller's cancellation through Octokit, whose methods take none.</summary>
internal static class CallScope
{
    private static readonly AsyncLocal<CancellationToken> Current = new();

    public static CancellationToken Token => Current.Value;

    /// <summary>Runs <paramref name="call"/> with <paramref name="cancellationToken"/> as <see cref="Token"/>, and nothing after it.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        Current.Value = cancellationToken; // undone by the runtime when this async method returns
        return await call();
    }
}
