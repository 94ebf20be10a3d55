using Hotfix.Core.Errors;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub;

/// <summary>Makes a change once although answers get lost: after each doubtful failure it asks whether the change is there, and only then repeats it.</summary>
internal static class LostAnswer
{
    private const int Tries = 3;
    private const int Looks = 2;

    /// <param name="connection">For its patience.</param>
    /// <param name="change">The request, or what it found instead.</param>
    /// <param name="find">What the change would have left; <c>null</c> when it is not there.</param>
    /// <param name="cancellationToken">Stops waiting, too.</param>
    public static Task<Settled<T>> SettleAsync<T>(
        GitHubConnection connection,
        Func<Task<Settled<T>>> change,
        Func<Task<T?>> find,
        CancellationToken cancellationToken
    )
        where T : class => SettleAsync(new Patience(connection, Looks), change, find, cancellationToken);

    /// <summary>For a change that does the same when made twice: it is simply repeated.</summary>
    public static Task<Settled<T>> RepeatAsync<T>(GitHubConnection connection, Func<Task<T>> change, CancellationToken cancellationToken)
        where T : class =>
        SettleAsync(
            new Patience(connection, Looks: 1),
            async () => new Settled<T>(await change(), WasFound: false),
            () => Task.FromResult<T?>(null),
            cancellationToken
        );

    private static async Task<Settled<T>> SettleAsync<T>(
        Patience patience,
        Func<Task<Settled<T>>> change,
        Func<Task<T?>> find,
        CancellationToken cancellationToken
    )
        where T : class
    {
        for (int tries = 1; ; tries++)
        {
            HotfixException doubt;
            try
            {
                return await change();
            }
            catch (HotfixException e) when (GitHubFailure.MayHaveHappened(e))
            {
                doubt = e;
            }

            // the change may still be on its way, and a list may lag behind it: one look is no proof that it was not made
            for (int look = 1; look <= patience.Looks; look++)
            {
                await WaitAsync(patience.Connection, doubt, tries, cancellationToken);
                if (await find() is { } found)
                    return new Settled<T>(found, WasFound: true);
            }

            if (tries == Tries)
                throw doubt;

            patience.Connection.Traffic.AddRetry();
        }
    }

    private static Task WaitAsync(GitHubConnection connection, HotfixException doubt, int tries, CancellationToken cancellationToken)
    {
        TimeSpan wait = Backoff.After(connection.Options.FirstBackoff, tries);
        connection.Options.Notice($"GitHub: no clear answer ({doubt.Code}); looking in {wait.TotalSeconds:0.0} s whether it was done.");
        return Task.Delay(wait, connection.Time, cancellationToken);
    }

    private sealed record Patience(GitHubConnection Connection, int Looks);
}
