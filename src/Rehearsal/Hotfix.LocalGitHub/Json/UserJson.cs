using System.Text.Json.Nodes;
using Hotfix.LocalGitHub.Http;
using Hotfix.LocalGitHub.State;

namespace Hotfix.LocalGitHub.Json;

internal static class UserJson
{
    /// <summary>The <c>simple-user</c> that is embedded everywhere.</summary>
    public static JsonObject Simple(Account account, ApiAddress address)
    {
        string api = $"{address.Api}/users/{account.Login}";
        return new JsonObject
        {
            ["login"] = account.Login,
            ["id"] = account.Id,
            ["node_id"] = $"U_{account.Id}",
            ["avatar_url"] = $"{address.Web}/avatars/{account.Login}",
            ["gravatar_id"] = "",
            ["url"] = api,
            ["html_url"] = $"{address.Web}/{account.Login}",
            ["followers_url"] = $"{api}/followers",
            ["following_url"] = $"{api}/following{{/other_user}}",
            ["gists_url"] = $"{api}/gists{{/gist_id}}",
            ["starred_url"] = $"{api}/starred{{/owner}}{{/repo}}",
            ["subscriptions_url"] = $"{api}/subscriptions",
            ["organizations_url"] = $"{api}/orgs",
            ["repos_url"] = $"{api}/repos",
            ["events_url"] = $"{api}/events{{/privacy}}",
            ["received_events_url"] = $"{api}/received_events",
            ["type"] = account.IsBot ? "Bot" : "User",
            ["site_admin"] = false,
        };
    }

    /// <summary>What <c>GET /user</c> answers.</summary>
    public static JsonObject Full(Account account, ApiAddress address, DateTimeOffset now)
    {
        JsonObject user = Simple(account, address);
        foreach (string name in (string[])["company", "location", "hireable", "bio"])
            user[name] = null;

        foreach (
            string name in (string[])
                [
                    "public_repos",
                    "public_gists",
                    "followers",
                    "following",
                    "private_gists",
                    "total_private_repos",
                    "owned_private_repos",
                    "disk_usage",
                    "collaborators",
                ]
        )
        {
            user[name] = 0;
        }

        user["name"] = account.Login;
        user["blog"] = "";
        user["email"] = account.Email;
        user["created_at"] = JsonText.Time(now);
        user["updated_at"] = JsonText.Time(now);
        user["two_factor_authentication"] = true;
        return user;
    }
}
