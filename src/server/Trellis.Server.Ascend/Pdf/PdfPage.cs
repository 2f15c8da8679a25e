using System.Globalization;
using System.Text;

namespace Trellis.Server.Ascend.Pdf;

/// <summary>What stands on a page: A4, landscape. Lengths are points, counted from the lower left corner.</summary>
internal sealed class PdfPage
{
    public const int Width = 842;
    public const int Height = 595;

    private readonly StringBuilder _content = new();

    /// <summary>The operators, in ASCII.</summary>
    public StringBuilder Content => _content;

    /// <summary>Shows a text, which <see cref="PdfText.Printable"/> has returned.</summary>
    public void Show(double x, double y, double size, ReadOnlySpan<char> text, PdfFont font = PdfFont.Regular)
    {
        if (text.IsEmpty)
            return;

        _content.Append(CultureInfo.InvariantCulture, $"BT /{NameOf(font)} {size:0.##} Tf {x:0.##} {y:0.##} Td ");
        PdfText.AppendLiteral(_content, text);
        _content.Append(" Tj ET\n");
    }

    /// <summary>Draws a horizontal line.</summary>
    public void Rule(double x, double y, double width) =>
        _content.Append(CultureInfo.InvariantCulture, $"0.5 w {x:0.##} {y:0.##} m {x + width:0.##} {y:0.##} l S\n");

    /// <summary>The name of a font among the resources of a page.</summary>
    internal static string NameOf(PdfFont font) => font is PdfFont.Bold ? "F2" : "F1";
}
