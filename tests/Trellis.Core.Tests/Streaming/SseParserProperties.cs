using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Streaming;

public sealed class SseParserProperties
{
    private static readonly string[] Pieces = ["data: a", "data:\u00e9\ud83d\ude00", "event: e", "id: 1", ":c", "\n", "\r", "\r\n", "\n\n", "data"];

    [Fact]
    public void Where_the_bytes_are_cut_makes_no_difference()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Select(static parts => string.Concat(parts));
        Prop.ForAll(texts.ToArbitrary(), Gen.Choose(1, 7).ToArbitrary(), static (text, size) =>
            SseParserTests.Parse(text, pieceSize: size).SequenceEqual(SseParserTests.Parse(text))).Check(Config.QuickThrowOnFailure);
    }
}
