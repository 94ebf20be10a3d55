namespace Hotfix.LocalGitHub.GitBackend;

/// <summary>What a push must not do to a ref, and what git prints to the pusher then.</summary>
internal sealed record PushRefusal(string RefName, PushRefusal.Case When, string Message)
{
    internal enum Case
    {
        /// <summary>Whatever comes.</summary>
        Always,

        /// <summary>Only what is not a fast-forward; the new objects are needed to tell.</summary>
        Rewrites,

        /// <summary>Only with a commit that is not signed by a known key; their names end the message.</summary>
        Unsigned,

        /// <summary>Only with a workflow file that no branch has just so; its name belongs into the message.</summary>
        Workflows,
    }
}
