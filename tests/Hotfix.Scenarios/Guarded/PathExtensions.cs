namespace Hotfix.Scenarios.Guarded;

internal static class PathExtensions
{
    /// <summary>The same path, whose folder now exists.</summary>
    public static string AlsoCreateFolder(this string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }
}
