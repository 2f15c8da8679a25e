using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Server.Ascend.Tests.Pdf;

/// <summary>A document, read the way that readers of PDF do: from its end, by the table of where each object begins.</summary>
internal sealed partial class PdfFile
{
    private readonly string _bytes;
    private readonly Dictionary<int, int> _offsets = [];

    private PdfFile(byte[] content) => _bytes = Encoding.Latin1.GetString(content);

    /// <summary>The texts of each page, in the order in which they are shown; escapes are resolved.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Pages { get; private set; } = [];

    public static PdfFile Read(byte[] content)
    {
        var file = new PdfFile(content);
        file._bytes.ShouldStartWith("%PDF-1.4\n");
        file._bytes.ShouldEndWith("%%EOF\n");
        file.ReadTable();
        var root = file.Object(Reference(file.Trailer(), "Root"));
        root.ShouldContain("/Type /Catalog");
        var list = file.Object(Reference(root, "Pages"));
        var kids = Number().Matches(list[list.IndexOf('[')..list.IndexOf(']')].Replace(" 0 R", "")).Select(static kid => Parse(kid.Value)).ToList();
        kids.Count.ShouldBe(Parse(Regex.Match(list, "/Count ([0-9]+)").Groups[1].Value));
        file.Pages = kids.Select(kid => file.TextsOf(file.Object(kid))).ToList();
        return file;
    }

    private static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static int Reference(string dictionary, string name) => Parse(Regex.Match(dictionary, $"/{name} ([0-9]+) 0 R").Groups[1].Value);

    private string Trailer() => _bytes[_bytes.LastIndexOf("trailer", StringComparison.Ordinal)..];

    // Every entry has 20 bytes and leads to the object of its number.
    private void ReadTable()
    {
        var table = Parse(Regex.Match(Trailer(), "startxref\n([0-9]+)\n").Groups[1].Value);
        var header = Regex.Match(_bytes[table..], "^xref\n0 ([0-9]+)\n");
        header.Success.ShouldBeTrue();
        var count = Parse(header.Groups[1].Value);
        Trailer().ShouldContain($"/Size {count} ");
        var entries = table + header.Length;
        _bytes.Substring(entries, 20).ShouldBe("0000000000 65535 f \n");
        for (var id = 1; id < count; id++)
        {
            var entry = _bytes.Substring(entries + (id * 20), 20);
            entry[10..].ShouldBe(" 00000 n \n");
            _offsets[id] = Parse(entry[..10]);
            _bytes[_offsets[id]..].ShouldStartWith($"{id} 0 obj\n");
        }

        _bytes[(entries + (count * 20))..].ShouldStartWith("trailer\n");
    }

    private string Object(int id)
    {
        var start = _offsets[id];
        return _bytes[start.._bytes.IndexOf("endobj", start, StringComparison.Ordinal)];
    }

    private List<string> TextsOf(string page)
    {
        page.ShouldContain("/Type /Page ");
        foreach (var font in (string[])["F1", "F2"])
            Object(Reference(page, font)).ShouldContain("/Type /Font");
        var contents = Object(Reference(page, "Contents"));
        var length = Parse(Regex.Match(contents, "/Length ([0-9]+)").Groups[1].Value);
        var start = contents.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        contents[(start + length)..].ShouldBe("\nendstream\n");
        return Shown().Matches(contents[start..(start + length)]).Select(static shown => Unescape(shown.Groups[1].Value)).ToList();
    }

    private static string Unescape(string literal) => Escape().Replace(
        literal, static escape => escape.Groups[1].Success ? ((char)Convert.ToInt32(escape.Groups[1].Value, 8)).ToString() : escape.Groups[2].Value);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\(((?:[^\\()]|\\[0-7]{3}|\\[\\()])*)\) Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\\(?:([0-7]{3})|([\\()]))")]
    private static partial Regex Escape();
}
