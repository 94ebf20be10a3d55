using System.Reflection;
using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>
/// Where values come from, the first that has one wins: command line, positional arguments (targets only), environment, profiles, parameters.json.
/// </summary>
internal sealed class ParameterSource(BuildSession session)
{
    public const string TargetName = "Target";
    public const string SkipName = "Skip";

    /// <summary>Joins names in one text: <c>Test+OpenPR</c>.</summary>
    public const string TargetSeparator = "+";

    private ParameterFiles? _files;

    /// <summary>Reads the files; without this call (they need a root directory) they count as empty.</summary>
    public void LoadFiles() => _files = ParameterFiles.Load(session.NukeDirectory, session.Profiles);

    public object? Get(MemberInfo member, Type type)
    {
        string? separator = member.GetCustomAttribute<ParameterAttribute>()?.Separator;
        var request = new ParameterRequest(ParameterNames.MemberName(member), type, separator, member.IsDefined(typeof(SecretAttribute)));
        object? value = Get(request);
        if (request.IsSecret && value is string secret)
            session.Secrets.Add(secret);
        return value;
    }

    public T? Get<T>(string name, string? separator = null) =>
        Get(new ParameterRequest(name, typeof(T), separator, IsSecret: false)) is T value ? value : default;

    /// <summary>The value on the command line alone; the type's default when it is not there.</summary>
    public T? FromCommandLine<T>(string name, char? separator) =>
        FromCommandLine(new ParameterRequest(name, typeof(T), separator?.ToString(), IsSecret: false)) is T value ? value : default;

    private object? Get(ParameterRequest request) => FromCommandLine(request) ?? FromEnvironment(request) ?? FromFiles(request);

    private object? FromCommandLine(ParameterRequest request)
    {
        CommandLine commandLine = session.CommandLine;
        string[]? values = commandLine.Values(request.Name) ?? (request.Name == TargetName ? commandLine.Positional() : null);
        if (values is null)
            return null;

        try
        {
            return InWorkingDirectory().Convert(request.Split(values), request.Type);
        }
        catch (BuildException exception)
        {
            string[] lines = [$"Resolving argument '{request.Name}' failed.", exception.Message, "Arguments were:", commandLine.Listing()];
            throw new BuildException(string.Join(Environment.NewLine, lines), exception);
        }
    }

    private object? FromEnvironment(ParameterRequest request)
    {
        string? value = EnvironmentVariables.Find(session.Variables, request.Name);
        if (value is null || (value.Length == 0 && request.Type == typeof(string)))
            return null;

        try
        {
            return InWorkingDirectory().Convert(request.SplitAlways(value), request.Type);
        }
        catch (BuildException exception)
        {
            string[] lines = [$"Resolving parameter '{request.Name}' failed.", exception.Message, "Environment variable was:", value];
            throw new BuildException(string.Join(Environment.NewLine, lines), exception);
        }
    }

    private object? FromFiles(ParameterRequest request)
    {
        if (_files is null || !_files.TryFind(request.Name, out string file, out JsonElement value))
            return null;
        if (request.IsSecret)
            throw SecretInFile.Refused(request.Name, file, value);

        return new ValueConversion(session.RootDirectory).Convert(ParameterFiles.Texts(request.Name, value, request.Type), request.Type);
    }

    private ValueConversion InWorkingDirectory() => new(session.WorkingDirectory);
}
