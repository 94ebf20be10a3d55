using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

/// <summary>Who looks at which repository through which address: what every shape needs for its links and permissions.</summary>
internal sealed record Viewpoint(ApiAddress Address, HostedRepository Repository, Account? Viewer)
{
    /// <summary>REST address of the repository.</summary>
    public string Api => $"{Address.Api}/repos/{Repository.FullName}";

    /// <summary>Page address of the repository; below it there are pages of pull requests, issues and releases, downloads, and git.</summary>
    public string Web => $"{Address.Web}/{Repository.FullName}";

    public static Viewpoint Of(ApiRequest request) => new(request.Address, request.Repository, request.User);

    public JsonObject User(Account account) => UserJson.Simple(account, Address);

    public JsonObject? UserOrNull(Account? account) => account is null ? null : User(account);
}
