using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Tests.Toml;

public sealed class TomlValueTests
{
    public static TheoryData<string, object> Scalars => new()
    {
        { "true", true },
        { "false", false },
        { "0", 0L },
        { "+99", 99L },
        { "-17", -17L },
        { "1_000_000", 1_000_000L },
        { "9223372036854775807", long.MaxValue },
        { "-9223372036854775808", long.MinValue },
        { "0xDEAD_beef", 0xDEADBEEFL },
        { "0x7FFFFFFFFFFFFFFF", long.MaxValue },
        { "0o755", 493L },
        { "0b1101_0110", 214L },
        { "-0", 0L },
        { "3.1415", 3.1415 },
        { "-0.01", -0.01 },
        { "5e+22", 5e22 },
        { "6.626E-34", 6.626e-34 },
        { "224_617.445_991", 224_617.445991 },
        { "1e06", 1e6 },
        { "inf", double.PositiveInfinity },
        { "-inf", double.NegativeInfinity },
        { "+nan", double.NaN },
        { "1979-05-27T07:32:00Z", new DateTimeOffset(1979, 5, 27, 7, 32, 0, TimeSpan.Zero) },
        { "1979-05-27t00:32:00.999999-07:00", new DateTimeOffset(1979, 5, 27, 0, 32, 0, TimeSpan.FromHours(-7)).AddTicks(9_999_990) },
        { "1979-05-27 07:32:00z", new DateTimeOffset(1979, 5, 27, 7, 32, 0, TimeSpan.Zero) },
        { "1979-05-27T07:32:00.12345678901Z", new DateTimeOffset(1979, 5, 27, 7, 32, 0, TimeSpan.Zero).AddTicks(1_234_567) },
        { "1979-05-27T07:32:00+18:30", new DateTimeOffset(1979, 5, 26, 13, 2, 0, TimeSpan.Zero) },
        { "1979-05-27T07:32:00", new DateTime(1979, 5, 27, 7, 32, 0) },
        { "1979-05-27 00:32:00.5", new DateTime(1979, 5, 27, 0, 32, 0).AddMilliseconds(500) },
        { "1979-05-27", new DateOnly(1979, 5, 27) },
        { "2000-02-29", new DateOnly(2000, 2, 29) },
        { "07:32:00", new TimeOnly(7, 32, 0) },
        { "00:32:00.999", new TimeOnly(0, 32, 0, 999) },
    };

    public static TheoryData<string, string> Strings => new()
    {
        { "\"\"", "" },
        { "''", "" },
        { "\"a\\tb\\n\\\"c\\\" \\\\ \\b\\f\\r\"", "a\tb\n\"c\" \\ \b\f\r" },
        { "\"\\u00E9\\U0001F600\"", "é😀" },
        { "\"a\tb\"", "a\tb" },
        { @"'C:\Users\n'", @"C:\Users\n" },
        { "'a \"b\" c'", "a \"b\" c" },
        { "\"\"\"\nRoses\r\nViolets\"\"\"", "Roses\nViolets" },
        { "\"\"\"a \\\n\n   b\"\"\"", "a b" },
        { "\"\"\"a \\   \r\n  b \\\n  \"\"\"", "a b " },
        { "\"\"\"two \"\" quotes\"\"\"", "two \"\" quotes" },
        { "\"\"\"\"quoted\"\"\"\"", "\"quoted\"" },
        { "\"\"\"\"\"two\"\"\"\"\"", "\"\"two\"\"" },
        { "\"\"\"three \"\"\\\" quotes\"\"\"", "three \"\"\" quotes" },
        { "'''\nI [dw]on't \\ need\n'''", "I [dw]on't \\ need\n" },
        { "''''quoted'''''", "'quoted''" },
        { "\"# no comment\"", "# no comment" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Each_kind_of_value_is_read(string text, object expected) => Unwrap(Read(text)).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Strings))]
    public void Each_kind_of_string_is_read(string text, string expected) => Read(text).ShouldBeOfType<TomlString>().Value.ShouldBe(expected);

    [Fact]
    public void An_array_holds_values_of_any_type_over_many_lines()
    {
        var array = Read("[ 1, 'a', # a comment\n  [true, ], { x = 1 },\n]").ShouldBeOfType<TomlArray>();

        array.Items.Select(static item => item.Kind).ShouldBe(["an integer", "a string", "an array", "a table"]);
    }

    [Fact]
    public void An_inline_table_takes_dotted_keys()
    {
        var table = Read("{ a.b = 1, a.c = 2, 'd e' = 3 }").ShouldBeOfType<TomlTable>();

        table.Members.Keys.ShouldBe(["a", "d e"]);
        table.Members["a"].ShouldBeOfType<TomlTable>().Members.Count.ShouldBe(2);
    }

    [Fact]
    public void A_value_knows_its_place()
    {
        var root = TomlReader.Parse("# one\n\n[a]\n  'b' = [\n    true ]\n");

        var b = root.Members["a"].ShouldBeOfType<TomlTable>().Members["b"].ShouldBeOfType<TomlArray>();
        b.Position.ShouldBe(new TomlPosition(4, 9));
        b.Items[0].Position.ShouldBe(new TomlPosition(5, 5));
    }

    [Fact]
    public void No_value_prints_itself() => Read("'hunter2'").ToString().ShouldNotContain("hunter2");

    private static TomlValue Read(string text) => TomlReader.Parse($"key = {text}").Members["key"];

    private static object Unwrap(TomlValue value) => value switch
    {
        TomlBoolean v => v.Value,
        TomlInteger v => v.Value,
        TomlFloat v => v.Value,
        TomlOffsetDateTime v => v.Value,
        TomlLocalDateTime v => v.Value,
        TomlLocalDate v => v.Value,
        TomlLocalTime v => v.Value,
        _ => value,
    };
}
