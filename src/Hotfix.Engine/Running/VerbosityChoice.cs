namespace Nuke.Common.Execution;

/// <summary>Reads <c>--verbosity</c>.</summary>
internal static class VerbosityChoice
{
    /// <exception cref="BuildException">The text is none of the four levels.</exception>
    public static Verbosity Find(BuildSession session)
    {
        string? text = session.Parameters.Get<string>("Verbosity");
        if (text is null)
            return Verbosity.Normal;

        return Enum.TryParse(text, ignoreCase: true, out Verbosity verbosity) && Enum.IsDefined(verbosity)
            ? verbosity
            : throw new BuildException($"Verbosity '{text}' is none of {string.Join(", ", Enum.GetNames<Verbosity>())}.");
    }
}
