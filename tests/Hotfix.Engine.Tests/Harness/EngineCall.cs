using System.Linq.Expressions;
using Hotfix.Testing;
using Microsoft.Extensions.Time.Testing;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Hotfix.Engine.Tests.Harness;

/// <summary>One call of a build inside this process: own root folder, own arguments, own environment, a clock that stands still.</summary>
internal sealed class EngineCall : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    public EngineCall()
    {
        Root = Directory.CreateDirectory(_folder.Combine("root")).FullName;
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        WorkingDirectory = Root;
    }

    public string Root { get; }

    public string WorkingDirectory { get; set; }

    public string Temporary => Path.Combine(Root, ".nuke", "temp");

    public EngineCall With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    /// <summary>Writes <c>.nuke/parameters.json</c>, or that of a profile.</summary>
    public EngineCall WithFile(string json, string? profile = null)
    {
        string name = profile is null ? "parameters.json" : $"parameters.{profile}.json";
        File.WriteAllText(Path.Combine(Root, ".nuke", name), json);
        return this;
    }

    public EngineResult Run<T>(Expression<Func<T, Target>> defaultTarget, params string[] arguments)
        where T : NukeBuild, new()
    {
        using var output = new StringWriter();
        var session = new BuildSession(
            new BuildInvocation
            {
                Arguments = arguments,
                Variables = () => _variables,
                WorkingDirectory = () => WorkingDirectory,
                Output = () => output,
                Clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            }
        );
        BuildSession.Current = session;
        int exitCode = BuildManager.Execute<T>(session, [defaultTarget]);
        return new EngineResult(exitCode, output.ToString().Replace(Root, "<root>", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
