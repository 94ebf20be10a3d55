namespace Hotfix.Git;

/// <summary>One run of git: what is asked, and within which bounds.</summary>
/// <param name="Arguments">Behind <c>git</c>; a list, so that nothing is ever quoted or split.</param>
internal sealed record GitCall(IReadOnlyList<string> Arguments)
{
    /// <summary>How long a command may take that stays on this machine.</summary>
    public static readonly TimeSpan LocalTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How long a command may take that talks to a remote.</summary>
    public static readonly TimeSpan NetworkTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Written to standard input as UTF-8, which is then closed; empty unless set.</summary>
    public string StandardInput { get; init; } = "";

    /// <summary>Where it runs; <c>null</c>: the command line's own working directory.</summary>
    public string? Directory { get; init; }

    /// <summary>Variables for this call alone, laid over all others; <c>null</c> removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Environment { get; init; }

    /// <summary>After this the process and its children are killed.</summary>
    public TimeSpan Timeout { get; init; } = LocalTimeout;

    /// <summary>Whether standard output is bytes: each becomes the character of that number.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Whether the command line's own credential, if it has one, is given to git.</summary>
    public bool SendsAuthentication { get; init; }

    /// <summary>Whether it changes the remote, so that it is repeated only after a look.</summary>
    public bool ChangesRemote => SendsAuthentication && Arguments is ["push", ..];

    /// <summary>A call that talks to a remote: ten minutes, and with the credential.</summary>
    public static GitCall ToRemote(params string[] arguments) => new(arguments) { Timeout = NetworkTimeout, SendsAuthentication = true };

    /// <summary>As people would type it, for messages.</summary>
    public override string ToString()
    {
        string line = Redaction.WithoutUserInfo("git " + string.Join(' ', Arguments)).ReplaceLineEndings(" ");
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
