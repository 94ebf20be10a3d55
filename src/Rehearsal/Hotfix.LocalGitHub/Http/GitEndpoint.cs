using System.IO.Compression;
using System.Text.RegularExpressions;
using Hotfix.LocalGitHub.Faults;
using Hotfix.LocalGitHub.GitBackend;
using Hotfix.LocalGitHub.Merging;
using Hotfix.LocalGitHub.Rules;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Http;

/// <summary>git over HTTP: the token and the rules are checked here, the protocol is git's own.</summary>
internal static partial class GitEndpoint
{
    public static bool Claims(string path) => Address().IsMatch(path);

    public static async Task AnswerAsync(Exchange exchange, Hub hub, Fault? fault)
    {
        Stream wire = exchange.Context.Response.Body;
        using var lost = new MemoryStream();
        if (fault?.Kind is FaultKind.ResetAfter or FaultKind.TruncatedBody)
            exchange.Context.Response.Body = lost;

        try
        {
            await ServeAsync(exchange, hub, fault);
        }
        catch (ApiFailure failure)
        {
            if (failure.Status == 401)
                exchange.Context.Response.Headers.WWWAuthenticate = "Basic realm=\"GitHub\"";

            await exchange.WriteAsync(ApiResponse.Text(failure.Message) with { Status = failure.Status });
        }

        exchange.Context.Response.Body = wire;
        if (fault?.Kind is FaultKind.ResetAfter or FaultKind.TruncatedBody)
            exchange.Reset();
    }

    private static async Task ServeAsync(Exchange exchange, Hub hub, Fault? fault)
    {
        Match address = Address().Match(exchange.Path);
        string service = address.Groups["service"].Value;
        HttpRequest http = exchange.Context.Request;
        bool pushes = service == "git-receive-pack" || http.Query["service"] == "git-receive-pack";
        Token token = Authentication.Authenticate(http, hub) ?? throw ApiFailure.Unauthorized("Authentication required");
        exchange.User = token.Account;
        if (fault?.Kind == FaultKind.TokenExpired)
        {
            token.Expired = true;
            throw ApiFailure.Unauthorized("Bad credentials");
        }

        HostedRepository? repository = hub.Find(Uri.UnescapeDataString(address.Groups["owner"].Value), Uri.UnescapeDataString(address.Groups["repo"].Value));
        Role role = repository?.RoleOf(token.Account) ?? Role.None;
        if (repository is null || role == Role.None)
            throw ApiFailure.With(404, "Repository not found.");

        if (!token.Has("contents", pushes ? "write" : "read") || (pushes && role < Role.Write))
            throw ApiFailure.With(403, $"Permission to {repository.FullName}.git denied to {token.Account.Login}.");

        await using var decompressed = new GZipStream(http.Body, CompressionMode.Decompress, leaveOpen: true);
        Stream body = http.Headers.ContentEncoding == "gzip" ? decompressed : http.Body;
        var request = new CgiRequest(repository.Git.Path, "/" + service, token.Account.Login) { Body = body };
        if (service == "git-receive-pack")
            await PushAsync(exchange, repository, request with { MayChangeWorkflows = token.Has("workflows", "write") });
        else
            await HttpBackend.RunAsync(exchange.Context, request, hub.Stopping);
    }

    private static async Task PushAsync(Exchange exchange, HostedRepository repository, CgiRequest request)
    {
        CancellationToken stopping = repository.Hub.Stopping;
        Account user = exchange.User!;
        (IReadOnlyList<PushCommand> commands, byte[] consumed) = await PushCommandReader.ReadAsync(request.Body, stopping);
        await repository.Gate.WaitAsync(stopping);
        try
        {
            PushRefusal[] refusals =
            [
                .. commands.SelectMany(command => PushGate.Refusals(repository, command, user)),
                .. commands
                    .Where(command => !request.MayChangeWorkflows && !command.Deletes)
                    .Select(command => new PushRefusal(command.RefName, PushRefusal.Case.Workflows, "")),
            ];
            await HttpBackend.RunAsync(exchange.Context, request with { Refusals = refusals, Prefix = consumed }, stopping);
            repository.Git.Invalidate();
            IReadOnlyDictionary<string, GitRef> refs = await repository.Git.RefsAsync(stopping);
            foreach (PushCommand command in commands.Where(command => IsApplied(command, refs)))
            {
                repository.LastPushers[command.RefName] = user;
                repository.Record(
                    command.Creates ? "branch_creation"
                        : command.Deletes ? "branch_deletion"
                        : "push",
                    command.RefName,
                    (command.OldSha, command.NewSha),
                    user
                );
            }

            repository.PushedAt = repository.Hub.Now;
            await HeadWatcher.RefsMovedAsync(repository, user, stopping);
            await Automatic.AdvanceAsync(repository, stopping);
        }
        finally
        {
            repository.Gate.Release();
        }
    }

    private static bool IsApplied(PushCommand command, IReadOnlyDictionary<string, GitRef> refs) =>
        command.RefName.StartsWith(GitRef.Heads, StringComparison.Ordinal)
        && (command.Deletes ? !refs.ContainsKey(command.RefName) : refs.GetValueOrDefault(command.RefName)?.Sha == command.NewSha);

    [GeneratedRegex("^/(?<owner>[^/]+)/(?<repo>[^/]+?)(?:\\.git)?/(?<service>info/refs|git-upload-pack|git-receive-pack)$")]
    private static partial Regex Address();
}
