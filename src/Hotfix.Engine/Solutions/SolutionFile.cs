using System.Xml.Linq;
using Nuke.Common.Execution;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads the projects of a <c>.sln</c> or <c>.slnx</c> file.</summary>
internal static class SolutionFile
{
    // Solution folders are written as projects of this type.
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    public static IEnumerable<(string Name, string RelativePath)> Projects(string file) =>
        Path.GetExtension(file) switch
        {
            ".sln" => File.ReadLines(file).Select(Parse).OfType<(string, string)>(),
            ".slnx" => XDocument
                .Load(file)
                .Descendants("Project")
                .Select(project => Normalize(project.Attribute("Path")?.Value ?? throw new BuildException($"A project in '{file}' has no path.")))
                .Select(path => (Path.GetFileNameWithoutExtension(path), path)),
            _ => throw new BuildException($"'{file}' is no solution: expected a .sln or .slnx file."),
        };

    /// <summary>Takes a line such as <c>Project("{type}") = "Name", "src\Name.csproj", "{id}"</c> apart; <c>null</c> for every other one.</summary>
    private static (string Name, string RelativePath)? Parse(string line)
    {
        if (!line.StartsWith("Project(", StringComparison.Ordinal) || line.Contains(FolderType, StringComparison.OrdinalIgnoreCase))
            return null;

        string[] parts = line.Split('"');
        return parts.Length > 5 ? (parts[3], Normalize(parts[5])) : null;
    }

    private static string Normalize(string path) => path.Replace('\\', Path.DirectorySeparatorChar);
}
