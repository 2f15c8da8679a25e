using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Kernel.Tests.Canonical;

public sealed class CanonicalJsonTests
{
    private const string Secret = "test_signing_secret";
    private const string Timestamp = "2026-01-15T10:30:00.123456+00:00";

    [Fact]
    public void Golden_vector_A1_is_met()
    {
        var canonical = Canonical(
            """{"agent_id": "agent-1", "agent_name": "Agent One", "action_type": "database.query", "resource": "production_db"}""");

        canonical.ShouldBe(
            """{"action_type": "database.query", "agent_id": "agent-1", "agent_name": "Agent One", "resource": "production_db"}""");
        Sign(canonical).ShouldBe("2081a94ee18ce7a9adb8af9547e1a46e5c2c2027d91424607246a514655976a2");
    }

    [Fact]
    public void Golden_vector_A2_is_met()
    {
        var canonical = Canonical(
            """
            {"agent_id":"a","agent_name":"A","action_type":"x.y","resource":"r","context":{},
             "action_details":{"z":1,"a":[true,null,1.0,0.1,1e20,1E-7,100000000000000000],"t":"é€😀\/<>&'\"\\\n\t"}}
            """.Replace("\\t\"", "\\t\u007f\"", StringComparison.Ordinal));

        canonical.ShouldBe(
            """{"action_details": {"a": [true, null, 1.0, 0.1, 1e+20, 1e-07, 100000000000000000], "t": "\u00e9\u20ac\ud83d\ude00/<>&'\"\\\n\t\u007f", "z": 1}, "action_type": "x.y", "agent_id": "a", "agent_name": "A", "context": {}, "resource": "r"}""");
        Sign(canonical).ShouldBe("5f45f0d30650376f0034a9fd3ca743b809b619d96ca1a987fc781da1a37ff173");
    }

    [Theory]
    [InlineData("0.0", "0.0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("1e0", "1.0")]
    [InlineData("1E15", "1000000000000000.0")]
    [InlineData("9.5e15", "9500000000000000.0")]
    [InlineData("1e16", "1e+16")]
    [InlineData("123456789012345680.0", "1.2345678901234568e+17")]
    [InlineData("9007199254740993.0", "9007199254740992.0")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00012345", "0.00012345")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("1.5e-5", "1.5e-05")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("-1e-7", "-1e-07")]
    [InlineData("100.0", "100.0")]
    [InlineData("1234.5678", "1234.5678")]
    [InlineData("0.3333333333333333", "0.3333333333333333")]
    [InlineData("123456.0e3", "123456000.0")]
    public void A_number_with_a_fraction_or_exponent_is_the_shortest_text_of_its_double(string json, string expected) =>
        Canonical(json).ShouldBe(expected);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-17", "-17")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void An_integer_keeps_its_digits(string json, string expected) => Canonical(json).ShouldBe(expected);

    [Fact]
    public void A_number_beyond_a_double_keeps_its_text() => Canonical("[1e999,-2.5E+400]").ShouldBe("[1e999, -2.5E+400]");

    [Fact]
    public void Members_are_sorted_by_code_point_and_not_by_code_unit() =>
        Canonical("{\"\uffee\":1,\"\U0001f600\":2,\"b\":3,\"\\u00e9\":4,\"B\":5,\"\\\"\":6,\"ab\":7,\"a\":8,\"\":9}")
            .ShouldBe("""{"": 9, "\"": 6, "B": 5, "a": 8, "ab": 7, "b": 3, "\u00e9": 4, "\uffee": 1, "\ud83d\ude00": 2}""");

    [Fact]
    public void Members_are_sorted_at_every_level() =>
        Canonical("""{"z":{"y":{"d":1,"c":2},"x":[{"f":3,"e":4}]},"a":5}""")
            .ShouldBe("""{"a": 5, "z": {"x": [{"e": 4, "f": 3}], "y": {"c": 2, "d": 1}}}""");

    [Fact]
    public void Of_members_with_the_same_name_the_last_one_counts() =>
        Canonical("""{"a":1,"b":2,"a":{"x":3},"\u0061":4}""").ShouldBe("""{"a": 4, "b": 2}""");

    [Fact]
    public void Every_control_character_is_escaped() =>
        Canonical("\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f \\/\"").ShouldBe("""
            "\u0000\u0001\b\t\n\u000b\f\r\u001f /"
            """);

    [Fact]
    public void Half_a_surrogate_pair_is_kept() => Canonical("""{"\ud800":"a\udc00b","\ud800\ud800\udc00":1}""")
        .ShouldBe("""{"\ud800": "a\udc00b", "\ud800\ud800\udc00": 1}""");

    [Fact]
    public void Empty_values_stay_empty() => Canonical(" { \"a\" : [ ] , \"b\" : { } , \"c\" : \"\" } ").ShouldBe("""{"a": [], "b": {}, "c": ""}""");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":01}")]
    [InlineData("NaN")]
    [InlineData("\"\\x\"")]
    public void What_is_not_one_JSON_value_is_refused(string json) => Should.Throw<JsonException>(() => Canonical(json));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused() =>
        Should.Throw<JsonException>(() => CanonicalJson.Canonicalize([(byte)'"', 0xc3, 0x28, (byte)'"']));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused() =>
        Should.Throw<JsonException>(() => Canonical(new string('[', 65) + new string(']', 65)));

    private static string Canonical(string json) => Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    private static string Sign(string canonical) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{Timestamp}.{canonical}")));
}
