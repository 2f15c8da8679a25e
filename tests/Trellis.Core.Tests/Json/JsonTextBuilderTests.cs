using System.Text.Json;

namespace Trellis.Tests.Json;

public sealed class JsonTextBuilderTests
{
    [Theory]
    [InlineData("a\"\\\n\r\t\b\f", """{"v":"a\"\\\n\r\t\b\f"}""")]
    [InlineData("\u0000\u001f", """{"v":"\u0000\u001f"}""")]
    [InlineData("/<>&'+\u007f", "{\"v\":\"/<>&'+\u007f\"}")]
    [InlineData("clé", """{"v":"cl\u00e9"}""")]
    [InlineData("😀", """{"v":"\ud83d\ude00"}""")]
    [InlineData("\u2028\ufffd", """{"v":"\u2028\ufffd"}""")]
    public void Canonical_text_escapes_what_the_contract_escapes(string text, string expected) => Canonical(text).ShouldBe(expected);

    [Theory]
    [InlineData("clé 😀\u2028", "{\"v\":\"clé 😀\u2028\"}")]
    [InlineData("a\"\\\n\u0001", """{"v":"a\"\\\n\u0001"}""")]
    public void Readable_text_leaves_other_scripts_alone(string text, string expected) => Readable(text).ShouldBe(expected);

    // Written with numbers: halves of surrogate pairs do not survive in a source file.
    [Fact]
    public void Half_a_surrogate_pair_is_escaped_in_readable_text_too()
    {
        Readable(new string([(char)0xd83d])).ShouldBe("""{"v":"\ud83d"}""");
        Readable(new string([(char)0xde00, 'a'])).ShouldBe("""{"v":"\ude00a"}""");
        Readable(new string([(char)0xd83d, 'a'])).ShouldBe("""{"v":"\ud83da"}""");
    }

    [Fact]
    public void Plain_data_of_every_kind_is_written()
    {
        using var document = JsonDocument.Parse("""{"z":1.50,"a":["x",null]}""");
        var value = new Dictionary<string, object?>
        {
            ["n"] = null,
            ["i"] = 5,
            ["d"] = 1.5,
            ["m"] = 2.50m,
            ["t"] = true,
            ["l"] = new List<object?> { 1, new Dictionary<string, string> { ["k"] = "v" } },
            ["e"] = document.RootElement,
            ["o"] = new Uri("https://h/"),
            ["x"] = double.NaN,
        };

        JsonTextBuilder.Write(value, JsonTextStyle.Readable).ShouldBe(
            """{"n":null,"i":5,"d":1.5,"m":2.50,"t":true,"l":[1,{"k":"v"}],"e":{"z":1.50,"a":["x",null]},"o":"https://h/","x":"NaN"}""");
    }

    [Fact]
    public void Canonical_members_are_sorted_at_every_depth()
    {
        using var document = JsonDocument.Parse("""{"z":1,"B":2,"a":{"d":1,"c":2}}""");
        JsonTextBuilder.Write(document.RootElement, JsonTextStyle.Canonical).ShouldBe("""{"B":2,"a":{"c":2,"d":1},"z":1}""");
    }

    internal static string Canonical(string text) => JsonTextBuilder.Write(new Dictionary<string, object?> { ["v"] = text }, JsonTextStyle.Canonical);

    private static string Readable(string text) => JsonTextBuilder.Write(new Dictionary<string, object?> { ["v"] = text }, JsonTextStyle.Readable);
}
