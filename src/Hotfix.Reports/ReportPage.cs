using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotfix.Core.Reporting;
using Hotfix.Core.Timeline;

namespace Hotfix.Reports;

/// <summary>
/// The report as one page that needs nothing else: no script, no request, styles and pictures inside, and a policy that forbids everything more.
/// </summary>
internal static class ReportPage
{
    private static readonly string Style = ReadStyle();
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static string Compose(DeliveryReport report)
    {
        string title = $"Hotfixes of {Html.Text(report.Repository)}";
        string period = string.Create(CultureInfo.InvariantCulture, $"{report.From.UtcDateTime:yyyy-MM-dd} to {report.Until.UtcDateTime:yyyy-MM-dd}");
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{StyleHash}'; img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style>{Style}</style>
            </head>
            <body>
            <a class="skip" href="#hotfixes">Skip to the list of hotfixes</a>
            <header>
            <h1>{title}</h1>
            <p>{period}, as of {TimelineText.Instant(report.Until)}. All times are UTC.</p>
            </header>
            <main>
            {Body(report)}
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Body(DeliveryReport report) =>
        report.Hotfixes.Count == 0
            ? $"""
                <section id="hotfixes" tabindex="-1" aria-labelledby="h-none">
                <h2 id="h-none">No hotfix</h2>
                <p>No pull request of a <code>hotfix/</code> branch was merged in this period. {(
                    report.Figures.Deployments > 0
                        ? string.Create(CultureInfo.InvariantCulture, $"Production saw {report.Figures.Deployments} deployments.")
                        : ""
                )}</p>
                </section>
                {Notes(report)}
                """
            : $"""
                {Figures(report.Figures)}
                {ReportCharts.Compose(report)}
                {MonthTable.Compose(report)}
                {HotfixTable.Compose(report.Hotfixes)}
                {Meaning(report)}
                {Notes(report)}
                """;

    private static string Figures(DeliveryFigures figures)
    {
        IEnumerable<string> cards = FigureText
            .Of(figures)
            .Select(figure =>
                $"<div class=\"card\"><dt>{Capital(figure.Name)}</dt><dd class=\"value\">{Html.Text(figure.Value)}</dd><dd class=\"basis\">{Html.Text(figure.Basis)}</dd></div>"
            );
        return $"""
            <section aria-labelledby="h-figures">
            <h2 id="h-figures">Key figures</h2>
            <p>{figures.Hotfixes} hotfixes, {figures.Deployments} deployments to production. Durations are medians.</p>
            <dl class="cards">
            {string.Join('\n', cards)}
            </dl>
            </section>
            """;
    }

    private static string Meaning(DeliveryReport report) =>
        $"""
            <section aria-labelledby="h-meaning">
            <h2 id="h-meaning">What the figures count</h2>
            <dl class="meaning">
            {string.Join(
                '\n',
                Definitions.Of(report.IsByReleases).Select(definition => $"<dt>{Html.Text(definition.Name)}</dt><dd>{Html.Text(definition.Text)}</dd>")
            )}
            </dl>
            </section>
            """;

    private static string Notes(DeliveryReport report) =>
        report.Notes.Count == 0
            ? ""
            : $"""
                <section aria-labelledby="h-notes">
                <h2 id="h-notes">What is not known</h2>
                <ul>
                {string.Join('\n', report.Notes.Select(note => $"<li>{Html.Text(note)}</li>"))}
                </ul>
                </section>
                """;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    // A browser hashes the text between the tags, byte for byte.
    private static string ReadStyle()
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("Report/report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
