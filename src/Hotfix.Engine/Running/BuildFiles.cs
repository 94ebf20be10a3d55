using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Where the build itself comes from.</summary>
internal static class BuildFiles
{
    private static readonly Lazy<AbsolutePath?> LazyProjectFile = new(FindProjectFile);

    public static AbsolutePath? AssemblyFile => Assembly.GetEntryAssembly()?.Location is { Length: > 0 } location ? AbsolutePath.Create(location) : null;

    public static AbsolutePath? ProjectFile => LazyProjectFile.Value;

    /// <summary>The project of the assembly's name in the nearest folder above it, since build output lies below its project.</summary>
    private static AbsolutePath? FindProjectFile()
    {
        for (AbsolutePath? directory = AssemblyFile?.Parent; directory is not null; directory = directory.Parent)
        {
            string candidate = Path.Combine(directory, AssemblyFile!.NameWithoutExtension + ".csproj");
            if (File.Exists(candidate))
                return AbsolutePath.Create(candidate);
        }

        return null;
    }
}
