using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>Finds and runs GitVersion.</summary>
internal static class GitVersionProgram
{
    private const string Variable = "GITVERSION_EXE";
    private static readonly string[] Packages = ["gitversion.tool", "gitversion.msbuild"];

    /// <exception cref="BuildException">It is not there, or gave no version.</exception>
    public static GitVersion Run(string directory, IEnumerable<string> arguments)
    {
        string program = Find();
        bool isAssembly = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(
            isAssembly ? ProgramPath.Find("dotnet") : program,
            [.. isAssembly ? [program] : Array.Empty<string>(), directory, .. arguments]
        )
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Parse(output)
            : throw new BuildException(
                $"GitVersion ended with exit code {process.ExitCode}.{Environment.NewLine}{output}{errors.GetAwaiter().GetResult()}".TrimEnd()
            );
    }

    /// <summary>Members by name; what is missing is <c>null</c>, and numbers may be texts, as GitVersion's versions differ in that.</summary>
    internal static GitVersion Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        ConstructorInfo constructor = typeof(GitVersion).GetConstructors().Single(candidate => candidate.GetParameters().Length > 1);
        object?[] values = [.. constructor.GetParameters().Select(parameter => Value(document.RootElement, parameter))];
        return (GitVersion)constructor.Invoke(values);
    }

    private static object? Value(JsonElement json, ParameterInfo parameter)
    {
        string? text = json.TryGetProperty(parameter.Name!, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
        return parameter.ParameterType == typeof(string) ? text
            : int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number
            : parameter.ParameterType == typeof(int) ? 0
            : null;
    }

    private static string Find()
    {
        IReadOnlyDictionary<string, string> variables = BuildSession.Current.Variables;
        if (variables.TryGetValue(Variable, out string? named) && named.Length > 0)
            return named;

        string folder =
            variables.TryGetValue("NUGET_PACKAGES", out string? packages) && packages.Length > 0
                ? packages
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Packages.Select(package => Newest(Path.Combine(folder, package))).FirstOrDefault(program => program is not null) ?? OnPath();
    }

    private static string? Newest(string package) =>
        !Directory.Exists(package)
            ? null
            : Directory
                .EnumerateDirectories(package)
                .OrderByDescending(version =>
                    System.Version.TryParse(Path.GetFileName(version).Split('-')[0], out System.Version? number) ? number : new System.Version(0, 0)
                )
                .SelectMany(version => Directory.EnumerateFiles(version, "gitversion.dll", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal))
                .FirstOrDefault();

    private static string OnPath()
    {
        try
        {
            return ProgramPath.Find("dotnet-gitversion");
        }
        catch (BuildException exception)
        {
            throw new BuildException(
                $"GitVersion is not here: restore the package GitVersion.Tool or GitVersion.MsBuild, or name the program in {Variable}.",
                exception
            );
        }
    }
}
