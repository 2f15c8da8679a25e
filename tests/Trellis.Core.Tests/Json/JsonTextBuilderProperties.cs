using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Json;

public sealed class JsonTextBuilderProperties
{
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
            Gen.Choose(0, 0x7f).Select(number => ((char)number).ToString()),
            Gen.Choose(0x80, 0xd7ff).Select(number => ((char)number).ToString()),
            Gen.Choose(0x10000, 0x10ffff).Select(char.ConvertFromUtf32))
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Fact]
    public void Canonical_text_is_ascii_and_reads_back_as_it_was() => Prop.ForAll(Texts, text =>
    {
        var json = JsonTextBuilder.Write(text, JsonTextStyle.Canonical);
        return json.All(char.IsAscii) && ReadBack(json) == text;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Canonical_text_escapes_nothing_that_may_stand_as_it_is() => Prop.ForAll(Texts, text =>
    {
        var kept = text.Where(c => c is >= ' ' and <= '\u007f' and not ('"' or '\\')).Count();
        var shortEscapes = text.Count(c => "\"\\\n\r\t\b\f".Contains(c, StringComparison.Ordinal));
        var longEscapes = text.Length - kept - shortEscapes;
        return JsonTextBuilder.Write(text, JsonTextStyle.Canonical).Length == 2 + kept + (2 * shortEscapes) + (6 * longEscapes);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Readable_text_reads_back_as_it_was() => Prop.ForAll(
        Texts, text => ReadBack(JsonTextBuilder.Write(text, JsonTextStyle.Readable)) == text).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static string? ReadBack(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetString();
    }
}
