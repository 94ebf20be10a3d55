using System.Globalization;
using System.Xml.Linq;
using OxyPlot;

namespace Hotfix.Reports.Charts;

/// <summary>
/// A chart as SVG inside the page: without a style of its own, which the page's policy would not let through, and in the page's colours and font.
/// </summary>
internal static class Picture
{
    /// <param name="chart">What to draw.</param>
    /// <param name="size">How large.</param>
    /// <param name="alternative">What it shows, for those who cannot see it.</param>
    public static string Draw(IChart chart, ChartSize size, string alternative)
    {
        using var stream = new MemoryStream();
        new SvgExporter { Width = size.Width, Height = size.Height }.Export(chart.Model(size), stream);
        stream.Position = 0;
        XElement picture = XDocument.Load(stream).Root!;
        foreach (XElement element in picture.Descendants().ToArray())
            Restyle(element, $"{chart.Name}-{size.Name}");

        picture.Attributes().Where(attribute => attribute.IsNamespaceDeclaration || attribute.Name.LocalName == "version").Remove();
        picture.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size.Width} {size.Height}"));
        picture.SetAttributeValue("class", size.Name);
        picture.SetAttributeValue("role", "img");
        picture.SetAttributeValue("aria-label", alternative);
        foreach (XElement element in picture.DescendantsAndSelf())
            element.Name = element.Name.LocalName;

        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static void Restyle(XElement element, string name)
    {
        foreach (XAttribute attribute in element.Attributes().ToArray())
        {
            switch (attribute.Name.LocalName)
            {
                case "style":
                    attribute.Remove();
                    foreach (string[] part in attribute.Value.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':', 2)))
                        Set(element, part[0].Trim(), part[1].Trim());

                    break;
                case "fill" or "stroke":
                    attribute.Remove();
                    Set(element, attribute.Name.LocalName, attribute.Value);
                    break;
                case "font-family" or "font-weight":
                    attribute.Remove();
                    break;
                case "id":
                    attribute.Value = $"{name}-{attribute.Value}";
                    break;
                case "clip-path":
                    attribute.Value = attribute.Value.Replace("url(#", $"url(#{name}-", StringComparison.Ordinal);
                    break;
            }
        }
    }

    private static void Set(XElement element, string name, string value)
    {
        string? role = name is "fill" or "stroke" ? Ink.ClassOf(value, name[0]) : null;
        if (role is null)
            element.SetAttributeValue(name, value);
        else
            element.SetAttributeValue("class", element.Attribute("class") is { } present ? $"{present.Value} {role}" : role);
    }
}
