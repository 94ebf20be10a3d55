using Hotfix.Testing;

namespace Hotfix.Scenarios.Lab;

/// <summary>What every lab begins with: one commit, released as v1.4.2, and a clone of it. It is made once for all of them, and copied.</summary>
internal static class SeededRepository
{
    private const string Nowhere = "http://127.0.0.1/acme/shop.git";
    private static readonly RepositoryTemplate Made = new(Make);

    public static void CopyTo(string path) => Made.CopyTo(path, "seed");

    /// <summary>What <c>git clone</c> of the seed leaves.</summary>
    public static void CloneTo(string path, string address) => Made.CloneTo(path, "clone", Nowhere, address);

    // What tests are run with, and counted by, is tested apart; here they are a command that takes no time. A scenario that wants the SDK's drops it.
    private static void Make(string folder)
    {
        string path = Path.Combine(folder, "seed");
        Directory.CreateDirectory(path);
        using var seed = TempRepository.At(path);
        seed.Git(["init", "--quiet", "--initial-branch=main", "--template="]);
        seed.Write(".nuke/parameters.json", "{\n  \"$schema\": \"./build.schema.json\",\n  \"TestCommand\": \"exit 0\"\n}\n")
            .Write(".gitignore", ".nuke/temp/\n.nuke/build.schema.json\nbin/\nobj/\n")
            .Write("Shop.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\nGlobal\nEndGlobal\n")
            .Write("src/checkout.txt", "broken");
        seed.Commit("Sell things", TempRepository.Day(1));
        seed.Git(["tag", "--annotate", "--message", "Release v1.4.2", "v1.4.2"], TempRepository.Day(2));
        string clone = Path.Combine(folder, "clone");
        seed.Git(["clone", "--quiet", path, clone]);
        TempRepository.At(clone).Git(["remote", "set-url", "origin", Nowhere]);
    }
}
