using System.Globalization;

namespace Trellis.Server.Ascend.Pdf;

/// <summary>
/// A table over any number of pages, each with the columns' titles above it and its number below it. What is too wide for its column goes
/// on in the next line; a row that does not fit on the page begins on the next one. Not safe for concurrent use.
/// </summary>
/// <param name="document">The document, begun.</param>
/// <param name="columns">The columns, which together are as wide as the page.</param>
/// <param name="footer">What stands below every page, beside its number.</param>
internal sealed class PdfTable(PdfDocument document, IReadOnlyList<PdfColumn> columns, string footer)
{
    private const double Margin = 36;
    private const double Size = 7;
    private const double Leading = 9;
    private const double Gap = 4;
    private const double Bottom = Margin + (2 * Leading);
    private const double TitleSize = 14;

    private readonly string _footer = PdfText.Printable(footer);
    private PdfPage _page = new();
    private double _y = PdfPage.Height - Margin;

    /// <summary>Shows a title and what is to be said before the table, and begins the table.</summary>
    public void Begin(string title, IEnumerable<string> lines)
    {
        _y -= TitleSize;
        _page.Show(Margin, _y, TitleSize, PdfText.Printable(title), PdfFont.Bold);
        _y -= Leading;
        foreach (var line in lines)
        {
            _y -= Leading;
            _page.Show(Margin, _y, Size, PdfText.Printable(line));
        }

        _y -= Leading;
        BeginColumns();
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">What stands in its columns.</param>
    /// <param name="note">What stands below them, over the whole width.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    public async ValueTask AddAsync(IReadOnlyList<string> cells, string note, CancellationToken cancellationToken)
    {
        var lines = cells.Select((cell, column) => Lines(cell, columns[column].Width - Gap)).ToArray();
        var height = lines.Max(static cell => cell.Count);
        var notes = Lines(note, columns.Skip(1).Sum(static column => column.Width));

        // A row longer than a page is broken anywhere.
        if (_y - ((height + notes.Count) * Leading) < Bottom && height + notes.Count < (PdfPage.Height - Bottom - Margin) / Leading - 2)
            await TurnAsync(cancellationToken);
        for (var line = 0; line < height; line++)
        {
            await AdvanceAsync(cancellationToken);
            var x = Margin;
            for (var column = 0; column < columns.Count; x += columns[column].Width, column++)
                _page.Show(x, _y, Size, line < lines[column].Count ? lines[column][line] : "");
        }

        foreach (var line in notes)
        {
            await AdvanceAsync(cancellationToken);
            _page.Show(Margin + columns[0].Width, _y, Size, line);
        }
    }

    /// <summary>Ends the table, says one more thing, and sends the rest of the document.</summary>
    public async ValueTask EndAsync(string last, CancellationToken cancellationToken)
    {
        await AdvanceAsync(cancellationToken);
        await AdvanceAsync(cancellationToken);
        _page.Show(Margin, _y, Size, PdfText.Printable(last), PdfFont.Bold);
        await FinishPageAsync(cancellationToken);
        await document.EndAsync(cancellationToken);
    }

    private static List<string> Lines(string text, double width)
    {
        var rest = PdfText.Printable(text).AsSpan();
        var lines = new List<string>();
        while (!rest.IsEmpty)
        {
            var length = HelveticaWidths.Fit(rest, Size, width);
            lines.Add(rest[..length].ToString());
            rest = rest[length..];
        }

        return lines;
    }

    private void BeginColumns()
    {
        _y -= Leading;
        var x = Margin;
        foreach (var column in columns)
        {
            _page.Show(x, _y, Size, column.Title, PdfFont.Bold);
            x += column.Width;
        }

        _y -= Leading / 2;
        _page.Rule(Margin, _y, PdfPage.Width - (2 * Margin));
    }

    private async ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        if (_y - Leading < Bottom)
            await TurnAsync(cancellationToken);
        _y -= Leading;
    }

    private async ValueTask TurnAsync(CancellationToken cancellationToken)
    {
        await FinishPageAsync(cancellationToken);
        _page = new PdfPage();
        _y = PdfPage.Height - Margin;
        BeginColumns();
    }

    private ValueTask FinishPageAsync(CancellationToken cancellationToken)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"Page {document.Pages + 1}");
        _page.Show(Margin, Margin, Size, _footer);
        _page.Show(PdfPage.Width - Margin - HelveticaWidths.Measure(number, Size), Margin, Size, number);
        return document.AddAsync(_page, cancellationToken);
    }
}
