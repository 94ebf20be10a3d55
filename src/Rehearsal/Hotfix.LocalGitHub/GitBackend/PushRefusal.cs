namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>What a push must not do to a ref, and what git prints to the pusher then.</summary>
internal sealed record PushRefusal(string RefName, bool OnlyRewrites, string Message);
