using System.Xml;
using System.Xml.Linq;
using Hotfix.Core.Policies;
using Hotfix.Core.Snapshots;

namespace Hotfix.Components.Testing;

/// <summary>The files that a team's tests leave: TRX, or the XML that JUnit made common.</summary>
internal static class TestResultFiles
{
    // File systems round times; a file of an earlier run is older than that.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(2);
    private static readonly string[] LeftOut = [".git", "node_modules"];
    private static readonly XmlReaderSettings Plain = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
    };

    /// <summary>The sum of all files that fit and were written since; <c>null</c> when there is none.</summary>
    public static TestRun? Read(string directory, IReadOnlyList<string> patterns, DateTime since)
    {
        PathPattern[] wanted = [.. patterns.Select(pattern => new PathPattern(pattern.Replace('\\', '/').TrimStart('.', '/')))];
        string[] files =
        [
            .. Files(directory)
                .Where(path =>
                    File.GetLastWriteTimeUtc(path) >= since - Rounding
                    && wanted.Any(pattern => pattern.Matches(Path.GetRelativePath(directory, path).Replace('\\', '/')))
                ),
        ];
        TestRun[] runs = [.. files.Select(Read)];
        return runs.Length == 0
            ? null
            : new TestRun(
                runs.Sum(run => run.Passed),
                runs.Sum(run => run.Failed),
                runs.Sum(run => run.Skipped),
                TimeSpan.Zero,
                runs.Select(run => run.Problem).FirstOrDefault(problem => problem is not null)
            );
    }

    private static TestRun Read(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, Plain);
            var document = XDocument.Load(reader);
            return document.Root!.Name.LocalName == "TestRun" ? TrxFile.Read(document) : OfJUnit(document);
        }
        catch (XmlException e)
        {
            return new TestRun(0, 0, 0, TimeSpan.Zero, $"{Path.GetFileName(path)} is no XML that can be read: {e.Message.TrimEnd('.')}");
        }
    }

    // The sums in the attributes differ between writers; the cases do not.
    private static TestRun OfJUnit(XDocument document)
    {
        XElement[] cases = [.. document.Descendants().Where(element => element.Name.LocalName == "testcase")];
        int failed = cases.Count(test => Has(test, "failure") || Has(test, "error"));
        int skipped = cases.Count(test => Has(test, "skipped") || Has(test, "ignored"));
        return new TestRun(cases.Length - failed - skipped, failed, skipped, TimeSpan.Zero);
    }

    private static bool Has(XElement test, string name) => test.Elements().Any(element => element.Name.LocalName == name);

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !LeftOut.Contains(Path.GetFileName(inner)) && new DirectoryInfo(inner).LinkTarget is null)
                    .SelectMany(Files)
            );
}
