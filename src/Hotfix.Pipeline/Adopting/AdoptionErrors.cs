using Hotfix.Core.Errors;

namespace Hotfix.Pipeline.Adopting;

/// <summary>Why a repository cannot get the hotfix path.</summary>
internal static class AdoptionErrors
{
    private const string Example = "./build.sh Init --into ../shop";

    public static HotfixException NoPath() =>
        new(
            "HF4250",
            what: "Nothing says which repository shall get the hotfix path; nothing was changed.",
            why: "There is no --into.",
            next: $"Name the root folder of its clone: {Example}"
        );

    public static HotfixException NoFolder(string path) =>
        new(
            "HF4251",
            what: $"--into names '{path}', which is no folder; nothing was changed.",
            why: File.Exists(path) ? "It is a file." : "There is nothing of that name.",
            next: $"Name the root folder of a clone: {Example}"
        );

    public static HotfixException NoRepository(string path, string why, string next) =>
        new("HF4252", what: $"'{path}' is not the root of a git repository with a work tree; nothing was changed.", why: why, next: next);

    public static HotfixException NotWritable(string path, Exception reason) =>
        new(
            "HF4253",
            what: $"'{path}' cannot be written; nothing was changed.",
            why: reason.Message,
            next: "Give yourself the right to write there (or take away what has its name), and run Init again.",
            reason
        );

    public static HotfixException HalfWay(string path, IEnumerable<string> done, Exception reason) =>
        new(
            "HF4254",
            what: $"'{path}' could not be put in place; written before it: {string.Join(", ", done.DefaultIfEmpty("nothing"))}.",
            why: reason.Message,
            next: "Correct that, and run Init again: what is there is found.",
            reason
        );

    public static HotfixException NoPackages(string source) =>
        new(
            "HF4255",
            what: $"--package-source '{source}' has no package of the components; nothing was changed.",
            why: "There is no Hotfix.Components.*.nupkg in that folder.",
            next: "Make them there with './build.sh Pack', or name the folder or feed that has them."
        );

    public static Refusal Differs(IReadOnlyList<string> paths) =>
        new(
            "HF4256",
            $"What differs was left as it is: {string.Join(", ", paths)}.",
            "It was there before, and nobody agreed to overwrite it; the differences are shown above.",
            "Take over by hand what you want, or run Init again with --force to overwrite it (git keeps what was committed)."
        );

    public static HotfixException NoFolderForABuild(IReadOnlyList<string> obstacles) =>
        new(
            "HF4258",
            what: "There is no folder for the build project; nothing was changed.",
            why: string.Join("; ", obstacles) + ".",
            next: "Name another: ./build.sh Init --into . --build-folder tools-hotfix; the installed tool needs none (dotnet tool install --global Hotfix.Tool, then hotfix init)."
        );

    public static HotfixException OlderSdk(string pin) =>
        new(
            "HF4259",
            what: "The build project could not be compiled here; nothing was changed.",
            why: $"It needs a .NET 10 SDK, and global.json asks for {pin}.",
            next: "Let global.json roll forward (\"rollForward\": \"latestMajor\"), or use the installed tool, which needs no build project: dotnet tool install --global Hotfix.Tool, then hotfix init"
        );

    public static HotfixException NothingWritten(string root) =>
        new(
            "HF4260",
            what: $"Nothing says what was written into {root}; nothing was removed.",
            why: $"There is no {Core.Adopting.AdoptionManifest.FileName}.",
            next: "Remove by hand what docs/hotfix-process.md names; an Init of this version writes down what it wrote."
        );

    public static HotfixException Changed(string path) =>
        new(
            "HF4257",
            what: $"'{path}' has changed since it was compared; nothing was changed.",
            why: "Somebody wrote it while Init ran.",
            next: "Run Init again: it looks anew."
        );
}
