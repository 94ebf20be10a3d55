using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>The one run of this process, behind NUKE's static members. Everything is found when first asked for.</summary>
internal sealed class BuildSession
{
    private static BuildSession? _current;
    private readonly BuildInvocation _invocation;
    private string? _rootDirectory;
    private Host? _host;
    private Verbosity? _verbosity;

    public BuildSession(BuildInvocation invocation)
    {
        _invocation = invocation;
        CommandLine = new CommandLine(invocation.Arguments);
        Parameters = new ParameterSource(this);
        Console = new BuildConsole(this);
    }

    /// <summary>That of the process, unless a test put its own in place.</summary>
    public static BuildSession Current
    {
        get => _current ??= new BuildSession(BuildInvocation.OfProcess());
        set => _current = value;
    }

    public CommandLine CommandLine { get; }

    public IReadOnlyDictionary<string, string> Variables => _invocation.Variables();

    public string WorkingDirectory => _invocation.WorkingDirectory();

    public TextWriter Output => _invocation.Output();

    public TimeProvider Clock => _invocation.Clock;

    public ParameterSource Parameters { get; }

    public BuildConsole Console { get; }

    public SecretMask Secrets { get; } = new();

    public CollectedLog Collected { get; } = new();

    /// <summary>What <c>TryGetValue</c> has found so far.</summary>
    public Dictionary<MemberInfo, object?> Values { get; } = [];

    /// <summary>Name of the target that is running; <c>null</c> between targets.</summary>
    public string? RunningTarget { get; set; }

    /// <exception cref="BuildException">No <c>.nuke</c> at or above the working directory, and none was named.</exception>
    public string RootDirectory => _rootDirectory ??= RootFinder.Find(this);

    public string NukeDirectory => Path.Combine(RootDirectory, ".nuke");

    /// <summary><c>.nuke/temp</c>, or what the program has in its place; made when first asked for.</summary>
    public string TemporaryDirectory => Directory.CreateDirectory(_invocation.FilesDirectory ?? Path.Combine(NukeDirectory, "temp")).FullName;

    /// <summary>Whether the root directory is left as it is.</summary>
    public bool LeavesRootAlone => _invocation.FilesDirectory is not null;

    public string[] Profiles => Parameters.Get<string[]>("Profile", separator: null) ?? [];

    public Host Host
    {
        get => _host ??= HostChoice.Find(this);
        set => _host = value;
    }

    public Verbosity Verbosity
    {
        get => _verbosity ??= VerbosityChoice.Find(this);
        set => _verbosity = value;
    }

    /// <summary>Asks for the verbosity again, now that the parameters files are known.</summary>
    public void RefreshVerbosity() => _verbosity = VerbosityChoice.Find(this);
}
