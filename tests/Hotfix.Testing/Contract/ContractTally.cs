using System.Collections.Concurrent;
using System.Text.Json;

namespace Hotfix.Testing.Contract;

/// <summary>
/// Counts what was compared in this process. Where <c>HOTFIX_CONTRACT_REPORT</c> names a folder, the counts are left there as JSON when the process ends.
/// </summary>
public static class ContractTally
{
    private static readonly ConcurrentDictionary<string, int> Operations = new(StringComparer.Ordinal);
    private static int _violations;
    private static int _undeclared;

    static ContractTally()
    {
        if (Environment.GetEnvironmentVariable("HOTFIX_CONTRACT_REPORT") is { Length: > 0 } folder)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Write(folder);
    }

    /// <summary>Exchanges so far.</summary>
    public static int Exchanges => Operations.Values.Sum();

    internal static void Add(string operation, IReadOnlyList<ContractFinding> findings)
    {
        Operations.AddOrUpdate(operation, 1, (_, count) => count + 1);
        Interlocked.Add(ref _violations, findings.Count(finding => !finding.IsUndeclared));
        Interlocked.Add(ref _undeclared, findings.Count(finding => finding.IsUndeclared));
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        string report = JsonSerializer.Serialize(
            new
            {
                exchanges = Exchanges,
                violations = _violations,
                undeclared = _undeclared,
                operations = Operations.Keys.Order(StringComparer.Ordinal),
                exceptions = KnownExceptions.All,
            }
        );
        File.WriteAllText(Path.Combine(folder, $"{Environment.ProcessId}.json"), report);
    }
}
