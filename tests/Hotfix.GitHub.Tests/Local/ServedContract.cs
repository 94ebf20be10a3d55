using Hotfix.LocalGitHub;
using Hotfix.Testing.Contract;

namespace Hotfix.GitHub.Tests.Local;

/// <summary>Compares what a local server was asked and answered with GitHub's own descriptions, where they were fetched.</summary>
internal static class ServedContract
{
    public static async Task ShouldHoldAsync(IEnumerable<ServedExchange> served)
    {
        if (ContractChecker.Instance is not { } checker)
            return;

        var findings = new List<ContractFinding>();
        foreach (ServedExchange exchange in served)
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
}
