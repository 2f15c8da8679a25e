using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Canonical;

public sealed class CanonicalTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("-0", "0")]
    [InlineData("100000000000000000000000000000", "100000000000000000000000000000")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e0", "1.0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("0.1", "0.1")]
    [InlineData("1.50", "1.5")]
    [InlineData("1E20", "1e+20")]
    [InlineData("1e-7", "1e-07")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("1234567890123456.0", "1234567890123456.0")]
    [InlineData("1234567890123456.75", "1234567890123456.8")]
    [InlineData("9999999999999998.0", "9999999999999998.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("123456789012345680.0", "1.2345678901234568e+17")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1e999", "1e999")]
    public void Numbers_have_one_form(string token, string expected) => Canonical(token).ShouldBe(expected);

    [Fact]
    public void Numbers_that_were_made_in_code_have_the_same_forms()
    {
        Write(JsonValue.Create(7)).ShouldBe("7");
        Write(JsonValue.Create(long.MinValue)).ShouldBe("-9223372036854775808");
        Write(JsonValue.Create(ulong.MaxValue)).ShouldBe("18446744073709551615");
        Write(JsonValue.Create((byte)7)).ShouldBe("7");
        Write(JsonValue.Create(1.0)).ShouldBe("1.0");
        Write(JsonValue.Create(1e20)).ShouldBe("1e+20");
        Write(JsonValue.Create(0.1f)).ShouldBe("0.1");
        Write(JsonValue.Create(1.50m)).ShouldBe("1.5");
        Write(JsonValue.Create(150m)).ShouldBe("150");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_JSON_has_no_form_for_is_refused(double value) => Should.Throw<ArgumentException>(() => Write(JsonValue.Create(value)));

    [Fact]
    public void Values_that_are_texts_in_JSON_are_written_as_such()
    {
        Write(JsonValue.Create(new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero))).ShouldBe("\"2026-01-15T10:30:00+00:00\"");
        Write(JsonValue.Create(Guid.Empty)).ShouldBe("\"00000000-0000-0000-0000-000000000000\"");
        Write(JsonValue.Create('x')).ShouldBe("\"x\"");
    }

    [Fact]
    public void Members_are_sorted_by_code_point_at_every_level_and_lists_are_not()
    {
        // U+FF61 is less than U+1F600, but in UTF-16 it begins with a greater unit.
        Canonical("""{"\uff61":1,"\ud83d\ude00":2,"b":{"z":1,"a":2},"B":[3,1,2],"":0,"a":1,"aa":2}""").ShouldBe(
            """{"": 0, "B": [3, 1, 2], "a": 1, "aa": 2, "b": {"a": 2, "z": 1}, "\uff61": 1, "\ud83d\ude00": 2}""");
    }

    [Theory]
    [InlineData("\"/<>&'\"", "\"/<>&'\"")]
    [InlineData("\"\u007f\u0080\u00e9\"", "\"\\u007f\\u0080\\u00e9\"")]
    [InlineData("\"\\b\\f\\n\\r\\t\\u0000\\u001f\\\"\\\\\"", "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\\"\\\\\"")]
    [InlineData("\"\\/\"", "\"/\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[null,true,false,[],{}]", "[null, true, false, [], {}]")]
    public void Everything_else_has_one_form_too(string json, string expected) => Canonical(json).ShouldBe(expected);

    internal static string Canonical(string json) => Write(JsonNode.Parse(json));

    internal static string Write(JsonNode? node)
    {
        using var buffer = new PooledBuffer();
        new CanonicalWriter(buffer).Node(node);
        return Encoding.UTF8.GetString(buffer.Span);
    }
}
