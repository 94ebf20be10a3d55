using System.Globalization;
using System.Xml.Linq;
using Hotfix.Core.Snapshots;

namespace Hotfix.Components.Testing;

/// <summary>The counts in one TRX file, which the test platform writes for each test project.</summary>
internal static class TrxFile
{
    public static TestRun Read(string path) => Read(XDocument.Load(path));

    public static TestRun Read(XDocument document)
    {
        XElement? counters = document.Descendants().FirstOrDefault(element => element.Name.LocalName == "Counters");
        int total = Count(counters, "total");
        int executed = Count(counters, "executed");
        int passed = Count(counters, "passed");

        // 'notExecuted' stays 0 for skipped tests, so what did not execute is counted instead.
        return new TestRun(passed, executed - passed, total - executed, TimeSpan.Zero);
    }

    private static int Count(XElement? counters, string name) =>
        int.TryParse(counters?.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
}
