using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>What every lab begins with: one commit, released as v1.4.2. It is made once for all of them, and copied.</summary>
internal static class SeededRepository
{
    private static readonly Lazy<TempFolder> Made = new(Make);

    public static void CopyTo(string path)
    {
        var from = new DirectoryInfo(Made.Value.Combine("seed"));
        Directory.CreateDirectory(path);
        foreach (DirectoryInfo folder in from.EnumerateDirectories("*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(path, Path.GetRelativePath(from.FullName, folder.FullName)));

        foreach (FileInfo file in from.EnumerateFiles("*", SearchOption.AllDirectories))
            file.CopyTo(Path.Combine(path, Path.GetRelativePath(from.FullName, file.FullName)));
    }

    // An empty solution keeps 'dotnet test' short; the drill is where a real library is built and tested.
    private static TempFolder Make()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        Directory.CreateDirectory(folder.Combine("seed"));
        using var seed = TempRepository.At(folder.Combine("seed"));
        seed.Git(["init", "--quiet", "--initial-branch=main", "--template="]);
        seed.Write(".nuke/parameters.json", "{\n  \"$schema\": \"./build.schema.json\"\n}\n")
            .Write(".gitignore", ".nuke/temp/\n.nuke/build.schema.json\nbin/\nobj/\n")
            .Write("Shop.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\nGlobal\nEndGlobal\n")
            .Write("src/checkout.txt", "broken");
        seed.Commit("Sell things", TempRepository.Day(1));
        seed.Git(["tag", "--annotate", "--message", "Release v1.4.2", "v1.4.2"], TempRepository.Day(2));
        return folder;
    }
}
