using Nuke.Common.CI.GitHubActions;

namespace Nuke.Common.Execution;

/// <summary>Chooses the host: by name, else by what the environment tells about the machine.</summary>
internal static class HostChoice
{
    public static readonly string[] Names = [nameof(GitHubActions), nameof(Terminal)];

    /// <exception cref="BuildException"><c>--host</c> or <c>NUKE_HOST</c> names another host than the two that exist.</exception>
    public static Host Find(BuildSession session)
    {
        string? named = session.CommandLine.Values("Host")?.FirstOrDefault() ?? Variable(session, "NUKE_HOST");
        if (named is not null && Array.Find(Names, name => name.Equals(named, StringComparison.OrdinalIgnoreCase)) is null)
            throw new BuildException($"Host '{named}' is none of {string.Join(", ", Names)}.");

        // A plain HOST is what some shells export for the machine's name: it counts only when it names one of our hosts.
        named ??= Variable(session, "HOST");
        if (nameof(GitHubActions).Equals(named, StringComparison.OrdinalIgnoreCase))
            return new GitHubActions(session);
        return !nameof(Terminal).Equals(named, StringComparison.OrdinalIgnoreCase) && Variable(session, "GITHUB_ACTIONS") is not null
            ? new GitHubActions(session)
            : new Terminal(session);
    }

    private static string? Variable(BuildSession session, string name) =>
        session.Variables.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;
}
