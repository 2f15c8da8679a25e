using System.Buffers;
using System.Globalization;
using System.Text;

namespace Trellis.Server.Ascend.Pdf;

/// <summary>
/// Writes a document of PDF 1.4, page by page: of what has been sent, only where its objects began is kept. Not safe for concurrent use.
/// </summary>
/// <param name="output">Where to; not disposed.</param>
/// <remarks>
/// What has to know all pages comes at the end: the list of pages, and the table of where each object begins (PDF reference 1.4, section 3.4).
/// </remarks>
internal sealed class PdfDocument(Stream output)
{
    private const int Catalog = 1;
    private const int PageList = 2;
    private const int Information = 3;
    private const int Regular = 4;
    private const int Bold = 5;
    private const int FirstPage = 6;
    private const int ObjectsOfPage = 2;

    private readonly ArrayBufferWriter<byte> _unsent = new(16 * 1024);
    private readonly List<long> _offsets = [.. Enumerable.Repeat(0L, FirstPage)];
    private long _sent;

    /// <summary>How many pages there are so far.</summary>
    public int Pages => (_offsets.Count - FirstPage) / ObjectsOfPage;

    /// <summary>Begins the document.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="at">When it is made.</param>
    public void Begin(string title, DateTimeOffset at)
    {
        // Bytes beyond ASCII tell whoever moves the file that it is not a text.
        Write("%PDF-1.4\n%");
        _unsent.Write<byte>([0xe2, 0xe3, 0xcf, 0xd3, (byte)'\n']);
        var text = new StringBuilder("<< /Title ");
        PdfText.AppendLiteral(text, PdfText.Printable(title));
        text.Append(CultureInfo.InvariantCulture, $" /Producer (Trellis) /CreationDate (D:{at.UtcDateTime:yyyyMMddHHmmss}Z) >>");
        WriteObject(Information, text.ToString());
        WriteObject(Regular, FontOf("Helvetica"));
        WriteObject(Bold, FontOf("Helvetica-Bold"));
    }

    /// <summary>Adds a page and sends what is not sent yet.</summary>
    public async ValueTask AddAsync(PdfPage page, CancellationToken cancellationToken)
    {
        var id = _offsets.Count;
        _offsets.AddRange([0, 0]);
        WriteObject(id, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Page /Parent {PageList} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Contents {id + 1} 0 R /Resources << /Font << "
            + $"/{PdfPage.NameOf(PdfFont.Regular)} {Regular} 0 R /{PdfPage.NameOf(PdfFont.Bold)} {Bold} 0 R >> >> >>"));
        WriteObject(id + 1, string.Create(
            CultureInfo.InvariantCulture, $"<< /Length {page.Content.Length} >>\nstream\n{page.Content}\nendstream"));
        await SendAsync(cancellationToken);
    }

    /// <summary>Ends the document and sends the rest of it.</summary>
    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        var pages = string.Join(
            ' ', Enumerable.Range(0, Pages).Select(static page => FormattableString.Invariant($"{FirstPage + (page * ObjectsOfPage)} 0 R")));
        WriteObject(Catalog, $"<< /Type /Catalog /Pages {PageList} 0 R >>");
        WriteObject(PageList, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {Pages} /Kids [{pages}] >>"));

        var table = _sent + _unsent.WrittenCount;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count}\n0000000000 65535 f \n"));
        foreach (var offset in _offsets.Skip(1))
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {_offsets.Count} /Root {Catalog} 0 R /Info {Information} 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return SendAsync(cancellationToken);
    }

    private static string FontOf(string name) => $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>";

    private void WriteObject(int id, string body)
    {
        _offsets[id] = _sent + _unsent.WrittenCount;
        Write(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n{body}\nendobj\n"));
    }

    private void Write(string ascii) => Encoding.ASCII.GetBytes(ascii, _unsent);

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(_unsent.WrittenMemory, cancellationToken);
        _sent += _unsent.WrittenCount;
        _unsent.ResetWrittenCount();
    }
}
