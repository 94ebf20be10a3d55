using Hotfix.Components.Guards;
using Hotfix.Core.Errors;
using Hotfix.Testing;

namespace Hotfix.Components.Tests.Guards;

public sealed class BeforeTheEngineStarts : IDisposable
{
    private readonly TempFolder _folder = new();

    public BeforeTheEngineStarts()
    {
        Write("parameters.json", "{ /* by hand */ \"Base\": \"main\", }");
        Write("parameters.staging.json", "{}");
        Write("parameters.broken.json", "{ \"Base\": ");
        Write("parameters.list.json", "[]");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Hotfix")]
    [InlineData("--verbosity quiet --host githubactions --profile staging")]
    [InlineData("--verbosity Verbose --root .")]
    public void NothingIsWrong(string arguments) => Assert.Empty(Check(arguments, []));

    [Theory]
    [InlineData("HF1068", "--verbosity loud", "Verbose, Normal, Minimal, Quiet")]
    [InlineData("HF1068", "--verbosity minmal", "--verbosity Minimal")]
    [InlineData("HF1069", "--host laptop", "It takes one of ")]
    [InlineData("HF1070", "--root nowhere", "does not exist")]
    [InlineData("HF1073", "--profile prod", "The profiles are broken, list, staging.")]
    [InlineData("HF1074", "--profile broken", "LineNumber: 0")]
    [InlineData("HF1074", "--profile list", "no JSON object")]
    public void WhatWouldCrashOrFloodIsNamed(string code, string arguments, string words)
    {
        Refusal refusal = Assert.Single(Check(arguments, []));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HF1068", "NUKE_VERBOSITY", "loud")]
    [InlineData("HF1069", "NUKE_HOST", "laptop")]
    [InlineData("HF1073", "NUKE_PROFILE", "prod")]
    public void SoIsWhatTheEnvironmentSays(string code, string variable, string value) =>
        Assert.Equal(code, Assert.Single(Check("Hotfix", new() { [variable] = value })).Code);

    [Fact]
    public void OutsideARepositoryThereIsNoRoot()
    {
        using var elsewhere = new TempFolder();

        Refusal refusal = Assert.Single(new StartGuard(new GivenArguments([]), new Dictionary<string, string>(), elsewhere.Path).Check());

        Assert.Equal("HF1070", refusal.Code);
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsNamed()
    {
        Write("temp", "in the way");

        Assert.Equal("HF1101", Assert.Single(Check("Status", [])).Code);
    }

    private IEnumerable<Refusal> Check(string arguments, Dictionary<string, string> variables) =>
        new StartGuard(new GivenArguments(arguments.Split(' ')), variables, _folder.Path).Check();

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(_folder.Combine(".nuke"));
        File.WriteAllText(_folder.Combine(".nuke", name), text);
    }
}
