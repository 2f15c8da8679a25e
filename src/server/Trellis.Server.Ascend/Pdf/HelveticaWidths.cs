namespace Trellis.Server.Ascend.Pdf;

/// <summary>How wide texts in Helvetica are (Adobe's font metrics for the core 14 fonts).</summary>
internal static class HelveticaWidths
{
    private const char First = ' ';
    private const double UnitsPerPoint = 1000;

    // Wider than every character beyond ASCII: what is measured too wide is broken early and never runs into its neighbour.
    private const int Others = 1000;

    // In thousandths of the font's size, from the blank to the tilde.
    private static readonly short[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>How many characters, at least one, of a printable text fit into a width.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The font's size in points.</param>
    /// <param name="width">The width in points.</param>
    public static int Fit(ReadOnlySpan<char> text, double size, double width)
    {
        var left = width * UnitsPerPoint / size;
        for (var i = 0; i < text.Length; i++)
        {
            left -= Of(text[i]);
            if (left < 0)
                return Math.Max(i, 1);
        }

        return text.Length;
    }

    /// <summary>How wide a printable text is, in points.</summary>
    public static double Measure(ReadOnlySpan<char> text, double size)
    {
        var width = 0;
        foreach (var character in text)
            width += Of(character);
        return width * size / UnitsPerPoint;
    }

    private static int Of(char character) => character - First < Ascii.Length ? Ascii[character - First] : Others;
}
