using Hotfix.Core.Doctoring;

namespace Hotfix.Core.Execution;

/// <summary>Reads of one repository that only matter before a hotfix is needed.</summary>
public interface IPreflight
{
    /// <summary>What the server says of the credential and of the time. REST: the headers of <c>GET /repos/{owner}/{repo}</c>, and <c>GET /user</c>.</summary>
    Task<ServerGreeting> GreetAsync(CancellationToken cancellationToken);

    /// <summary>Active rulesets for tags, those of the organisation included. REST: <c>GET …/rulesets?includes_parents=true</c>, then each.</summary>
    Task<IReadOnlyList<TagRule>> ListTagRulesAsync(CancellationToken cancellationToken);

    /// <summary>Whether releases are sealed when they are published; <c>null</c> when the answer does not tell "no" from "not for you". REST: <c>GET …/immutable-releases</c>.</summary>
    Task<bool?> AreReleasesImmutableAsync(CancellationToken cancellationToken);
}
