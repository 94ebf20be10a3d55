using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hotfix.LocalGitHub;
using Hotfix.Testing.Contract;

namespace Hotfix.Scenarios.Lab;

/// <summary>Sees everything that a scenario leaves behind, and says at its end whether a token is in it, and whether it is all GitHub's language.</summary>
internal sealed partial class Witness
{
    private readonly ConcurrentQueue<ServedExchange> _served = new();
    private readonly ConcurrentQueue<TargetRun> _runs = new();
    private readonly ConcurrentQueue<string> _commandLines = new();
    private readonly List<string> _secrets = [];

    /// <summary>From now on a token must not show: neither as it is, nor as git sends it, nor as an address, HTML or Markdown writes it.</summary>
    public void Guard(string token)
    {
        lock (_secrets)
        {
            _secrets.AddRange([
                token,
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{token}")),
                Uri.EscapeDataString(token),
                System.Net.WebUtility.HtmlEncode(token),
                Core.Text.MarkdownText.Escape(token),
            ]);
        }
    }

    public void Add(ServedExchange exchange) => _served.Enqueue(exchange);

    /// <summary>GraphQL asks by POST, also where it only reads: that often.</summary>
    public int GraphQuestions =>
        _served.Count(exchange =>
            exchange.User == "engineer"
            && exchange.Target.EndsWith("/graphql", StringComparison.Ordinal)
            && exchange.RequestBody.Contains("\"query\":\"query ", StringComparison.Ordinal)
        );

    public TargetRun Watch(TargetRun run)
    {
        _runs.Enqueue(run);
        return run;
    }

    /// <summary>Reads the process list, as anybody on this machine could, while a git of the targets is talking to the server.</summary>
    public void LookAround(string request)
    {
        bool isGit = request.Contains(".git/", StringComparison.Ordinal);
        if (!OperatingSystem.IsLinux() || !isGit || _runs.IsEmpty)
            return;

        Dictionary<int, int> parents = Directory
            .EnumerateDirectories("/proc")
            .Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
            .ToDictionary(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), folder => ParentOf(Read(Path.Combine(folder, "stat"))));
        int[] runs = [.. _runs.Select(run => run.ProcessId)];
        foreach (int process in parents.Keys.Where(process => IsBelow(process, runs, parents)))
            _commandLines.Enqueue(Read($"/proc/{process}/cmdline"));
    }

    // The lab's own git, which plays somebody else, is not the targets'.
    private static bool IsBelow(int process, int[] runs, Dictionary<int, int> parents)
    {
        for (int at = process, steps = 0; at > 1 && steps < 20; at = parents.GetValueOrDefault(at), steps++)
        {
            if (runs.Contains(at))
                return true;
        }

        return false;
    }

    // proc(5): "pid (name) state ppid …"; the name may hold anything, so that what is behind its last bracket counts.
    private static int ParentOf(string stat) =>
        stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var parent, ..]
            ? int.Parse(parent, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>In no output, no address, no command line, no file: clone, work trees, <c>.nuke</c>, git's configuration, and what the server keeps.</summary>
    public async Task ShouldHaveSeenNoTokenAsync(string folder, IEnumerable<RecordedRequest> requests)
    {
        var seen = new List<string>();
        foreach (TargetRun run in _runs)
            Search("an output", run.Output + run.Errors, seen);

        foreach (RecordedRequest request in requests)
            Search($"the address {request.Method} {request.Path.Split('?')[0]}", request.Path, seen);

        foreach (ServedExchange exchange in _served)
            Search($"the bodies of {exchange.Method} {exchange.Target}", exchange.RequestBody + exchange.ResponseBody, seen);

        foreach (string commandLine in _commandLines)
            Search("a command line", commandLine, seen);

        foreach (
            string file in Directory.EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
        )
        {
            Search(Path.GetRelativePath(folder, file), await ReadAsync(file), seen);
        }

        Assert.Empty(seen.Distinct());
    }

    /// <summary>Each exchange is one that GitHub's descriptions allow, where they were fetched.</summary>
    public async Task ShouldHaveSeenNothingForeignAsync()
    {
        if (ContractChecker.Instance is not { } checker)
            return;

        var findings = new List<ContractFinding>();
        foreach (ServedExchange exchange in _served)
        {
            findings.AddRange(
                await checker.CheckAsync(
                    new ContractExchange(exchange.Method, exchange.Target, exchange.Status)
                    {
                        RequestBody = exchange.RequestBody,
                        ResponseType = exchange.ResponseType,
                        ResponseBody = exchange.ResponseBody,
                    }
                )
            );
        }

        Assert.Empty(findings.Select(finding => finding.ToString()).Distinct());
    }

    private void Search(string where, string text, List<string> seen)
    {
        lock (_secrets)
        {
            if (_secrets.Exists(secret => text.Contains(secret, StringComparison.Ordinal)))
                seen.Add($"a token is in {where}");
            else if (Encoded().Matches(text).Select(Decode).Any(inside => _secrets.Exists(secret => inside.Contains(secret, StringComparison.Ordinal))))
                seen.Add($"a token is encoded in {where}");
        }
    }

    // One that begins in the middle of a longer run is found, too: each of four places is tried.
    private static string Decode(Match run) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, 4)
                .Select(start =>
                {
                    string text = run.Value.Replace('-', '+').Replace('_', '/')[start..];
                    string whole = (text.Length % 4) switch
                    {
                        1 => text[..^1],
                        2 => text + "==",
                        3 => text + "=",
                        _ => text,
                    };
                    return Encoding.Latin1.GetString(Convert.FromBase64String(whole));
                })
        );

    [GeneratedRegex("[A-Za-z0-9+/_-]{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended
        }
    }

    // One char for each byte, so that what is in binary files is found as well.
    private static async Task<string> ReadAsync(string file) => Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
}
