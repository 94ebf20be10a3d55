using System.Collections.Concurrent;
using Hotfix.GitHub.Http;

namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>A scripted server for the repository <c>acme/shop</c>, and a connection to it whose waits are skipped.</summary>
internal sealed class Situation : IDisposable
{
    public const string Token = "ghs_ThisMustNeverBeSeenAnywhere42";

    private readonly ConcurrentQueue<string> _notices = new();

    public Situation(Func<bool, string>? credential = null, TimeProvider? time = null, GitHubConnectionOptions? options = null)
    {
        Address = GitHubAddress.Find($"{Server.Address}acme/shop.git", Server.Address.ToString(), _ => null);
        options ??= new GitHubConnectionOptions { RequestTimeout = TimeSpan.FromHours(1), OperationTimeout = TimeSpan.FromHours(1) };
        Connection = new GitHubConnection(
            Address,
            (isRefused, _) => Task.FromResult((credential ?? (_ => Token))(isRefused)),
            time ?? Clock,
            options with
            {
                Notice = _notices.Enqueue,
            }
        );
        Reader = new GitHubAreas(Connection);
        Writer = new StepWriter(Connection);
    }

    public ScriptedServer Server { get; } = new();

    public SkippingClock Clock { get; } = new();

    public GitHubAddress Address { get; }

    public GitHubConnection Connection { get; }

    public GitHubAreas Reader { get; }

    public StepWriter Writer { get; }

    public IReadOnlyList<string> Notices => [.. _notices];

    /// <summary>A path of the repository: <c>GET pulls/7</c>.</summary>
    public Situation On(string request, params ScriptedAnswer[] answers)
    {
        Server.On(Full(request), answers);
        return this;
    }

    /// <summary>How many requests began so; a method alone counts all of it.</summary>
    public int Count(string request) => Server.Count(request.Contains(' ', StringComparison.Ordinal) ? Full(request) : request + " ");

    public void Dispose()
    {
        Connection.Dispose();
        Server.Dispose();
    }

    private static string Full(string request)
    {
        string[] parts = request.Split(' ', 2);
        return $"{parts[0]} /repos/acme/shop{(parts[1].Length > 0 ? "/" + parts[1] : "")}";
    }
}
