using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Hotfix.LocalGitHub.Pages.Markdown;

/// <summary>A table in a box that scrolls, so that the page does not. Its alignments are classes: the policy lets no style attribute through.</summary>
internal sealed class BoxedTable : HtmlTableRenderer
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        foreach (TableRow row in table.OfType<TableRow>())
        {
            foreach ((TableCell cell, TableColumnDefinition column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions))
                Align(cell, column.Alignment);
        }

        foreach (TableColumnDefinition column in table.ColumnDefinitions)
            (column.Alignment, column.Width) = (null, 0);

        renderer.WriteLine("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.WriteLine("</div>");
    }

    private static void Align(TableCell cell, TableColumnAlign? alignment)
    {
        if (alignment is { } side and not TableColumnAlign.Left)
            cell.GetAttributes().AddClass(side == TableColumnAlign.Right ? "end" : "middle");
    }
}
