#nullable disable annotations // NUKE's API carries none; the same target must compile without warnings on both engines.
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Gives a member the solution: the one that the parameter of the member's name tells, else the one named here, else the only one in the root directory.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class SolutionAttribute : ParameterAttribute
{
    private readonly string _relativePath;

    /// <summary>The only solution in the root directory, unless the parameter names one.</summary>
    public SolutionAttribute()
        : this(null) { }

    /// <summary>The solution at that path below the root directory, unless the parameter names one.</summary>
    public SolutionAttribute(string relativePath)
        : base("Path to a solution file that is automatically loaded.")
    {
        _relativePath = relativePath;
    }

    /// <inheritdoc/>
    public override object GetValue(MemberInfo member, object instance) => new Solution(Find(member));

    private AbsolutePath Find(MemberInfo member)
    {
        if (BuildSession.Current.Parameters.Get(member, typeof(AbsolutePath)) is AbsolutePath named)
            return named;
        if (_relativePath is not null)
            return NukeBuild.RootDirectory / _relativePath;

        string[] files = [.. Directory.EnumerateFiles(NukeBuild.RootDirectory, "*.sln*").Where(file => Path.GetExtension(file) is ".sln" or ".slnx")];
        return files.Length == 1
            ? files[0]
            : throw new BuildException(
                $"Expected one solution in '{NukeBuild.RootDirectory}', but found {files.Length}. Name it with --{ParameterNames.Dashed(ParameterNames.MemberName(member))}."
            );
    }
}
