using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>One commit of this repository as a newcomer has it: cloned, nothing built, and a package folder of its own.</summary>
internal sealed class FreshClone(TempFolder folder, string commit)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The commit that is checked out here, and before it the one that it is compared with.</summary>
    public static FreshClone[] Of(BenchmarkOptions options, TempFolder folder)
    {
        TempRepository root = TempRepository.At(RepositoryRoot.Path);
        string[] names = options.Against is { } against ? [against, "HEAD"] : ["HEAD"];
        return [.. names.Select(name => new FreshClone(folder, root.Git(["rev-parse", "--verify", $"{name}^{{commit}}"])))];
    }

    public string Name => commit[..8];

    public string Path => folder.Combine(Name, "hotfix");

    private string Packages => folder.Combine(Name, "packages");

    /// <summary>As on a machine that has never seen it.</summary>
    public void Begin()
    {
        if (Directory.Exists(folder.Combine(Name)))
            Directory.Delete(folder.Combine(Name), recursive: true);

        Directory.CreateDirectory(Packages);
        TempRepository.At(RepositoryRoot.Path).Git(["clone", "--quiet", "--no-checkout", RepositoryRoot.Path, Path]);
        TempRepository.At(Path).Git(["checkout", "--quiet", commit]);
    }

    /// <summary>Takes away what was built; the packages stay.</summary>
    public void Clean() => TempRepository.At(Path).Git(["clean", "-xdfq"]);

    public Command Command(string name, string file, params string[] arguments) =>
        new($"{Name}: {name}", file, arguments, Path, environment => environment["NUGET_PACKAGES"] = Packages);

    /// <summary>Waits for what was started beside a run, such as the copy that is compiled ahead of time: it would take from the next.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        while (IsBusy())
            await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
    }

    private bool IsBusy() => OperatingSystem.IsLinux() && Directory.EnumerateDirectories("/proc").Any(process => CommandLine(process).Contains(Path));

    private static string CommandLine(string process)
    {
        try
        {
            return char.IsAsciiDigit(process["/proc/".Length]) ? File.ReadAllText(System.IO.Path.Combine(process, "cmdline")) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
