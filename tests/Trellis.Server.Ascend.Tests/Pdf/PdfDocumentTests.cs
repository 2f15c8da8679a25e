using Trellis.Server.Ascend.Pdf;

namespace Trellis.Server.Ascend.Tests.Pdf;

public sealed class PdfDocumentTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(@"a (b) \c", @"a (b) \c")]
    [InlineData(")(", ")(")]
    [InlineData("Größe £5 ÿ", "Größe £5 ÿ")]
    [InlineData("中 😀", @"\u4e2d \ud83d\ude00")]
    [InlineData("a\tb\r\nc\u0000d", @"a\u0009b\u000d\u000ac\u0000d")]
    [InlineData("soft\u00adhyphen\u007f\u0080", @"soft\u00adhyphen\u007f\u0080")]
    public async Task Every_text_is_shown_or_told_by_its_number(string text, string shown)
    {
        var page = new PdfPage();
        page.Show(10, 20, 7, PdfText.Printable(text));

        (await WrittenAsync(page)).Pages.ShouldHaveSingleItem().ShouldBe([shown]);
    }

    [Fact]
    public async Task Pages_come_in_their_order()
    {
        var pages = Enumerable.Range(1, 30).Select(static number =>
        {
            var page = new PdfPage();
            page.Show(10, 20, 7, $"page {number}", PdfFont.Bold);
            page.Rule(10, 15, 100);
            return page;
        });

        var file = await WrittenAsync([.. pages]);

        file.Pages.Select(static page => page.Single()).ShouldBe(Enumerable.Range(1, 30).Select(static number => $"page {number}"));
    }

    [Fact]
    public async Task What_is_sent_for_a_page_is_not_kept()
    {
        using var output = new MemoryStream();
        var document = new PdfDocument(output);
        document.Begin("t", At);
        var page = new PdfPage();
        page.Show(10, 20, 7, "here");
        await document.AddAsync(page, TestContext.Current.CancellationToken);

        System.Text.Encoding.Latin1.GetString(output.ToArray()).ShouldContain("(here) Tj");
    }

    [Theory]
    [InlineData("", 100, 0)]
    [InlineData("ii", 4.5, 2)]
    [InlineData("WW", 9.44, 1)]
    [InlineData("WW", 18.88, 2)]
    [InlineData("W", 1, 1)]
    [InlineData("ää", 10, 1)]
    public void As_many_characters_fit_as_are_narrow_enough_and_at_least_one(string text, double width, int count) =>
        HelveticaWidths.Fit(text, 10, width).ShouldBe(count);

    [Fact]
    public void Helvetica_is_as_wide_as_its_metrics_say()
    {
        HelveticaWidths.Measure("Page 3", 10).ShouldBe((667 + 556 + 556 + 556 + 278 + 556) / 100.0, 0.001);
        HelveticaWidths.Measure("~", 1000).ShouldBe(584);
    }

    private static async Task<PdfFile> WrittenAsync(params PdfPage[] pages)
    {
        using var output = new MemoryStream();
        var document = new PdfDocument(output);
        document.Begin("A (title) \\", At);
        foreach (var page in pages)
            await document.AddAsync(page, TestContext.Current.CancellationToken);
        await document.EndAsync(TestContext.Current.CancellationToken);
        document.Pages.ShouldBe(pages.Length);
        return PdfFile.Read(output.ToArray());
    }
}
