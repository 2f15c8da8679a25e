using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Tests.Toml;

public sealed class TomlDocumentTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("\r\n \t\r\n")]
    [InlineData("\uFEFF# a byte order mark\n")]
    public void A_document_may_be_empty(string text) => TomlReader.Parse(text).Members.ShouldBeEmpty();

    [Theory]
    [InlineData("a.b.c = 1", "a.b.c")]
    [InlineData("a . b . \"c d\" = 1", "a.b.c d")]
    [InlineData("[a.b]\nc = 1", "a.b.c")]
    [InlineData("[ a . 'b' ]\nc = 1", "a.b.c")]
    [InlineData("[a.b]\n[a]\nc = 1", "a.c")]
    [InlineData("[a]\nb.c = 1\n[a.b.d]\ne = 1", "a.b.d.e")]
    [InlineData("a = { b.c = 1 }", "a.b.c")]
    [InlineData("1.2 = 1", "1.2")]
    [InlineData("\"\" = 1", "")]
    public void A_path_leads_to_the_value(string text, string path)
    {
        TomlValue value = TomlReader.Parse(text);
        foreach (var part in path.Split('.'))
            value = value.ShouldBeOfType<TomlTable>().Members[part];
        value.ShouldBeOfType<TomlInteger>().Value.ShouldBe(1);
    }

    [Fact]
    public void An_array_of_tables_has_tables_and_arrays_below_each_element()
    {
        var root = TomlReader.Parse(
            """
            [[fruit]]
            name = "apple"
            [fruit.physical]
            colour = "red"
            [[fruit.variety]]
            name = "plain"
            [[fruit.variety]]
            name = "granny"
            [[fruit]]
            name = "banana"
            [[fruit.variety]]
            name = "plantain"
            """);

        var fruit = root.Members["fruit"].ShouldBeOfType<TomlArray>().Items.Cast<TomlTable>().ToArray();
        fruit.Length.ShouldBe(2);
        fruit[0].Members["variety"].ShouldBeOfType<TomlArray>().Items.Count.ShouldBe(2);
        fruit[0].Members.ContainsKey("physical").ShouldBeTrue();
        fruit[1].Members["variety"].ShouldBeOfType<TomlArray>().Items.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("a = 1\na = 2", 2, 1)]
    [InlineData("a = 1\n'a' = 2", 2, 1)]
    [InlineData("[a]\n[a]", 2, 1)]
    [InlineData("a.b = 1\n[a]", 2, 1)]
    [InlineData("[a.b]\nx = 1\n[a]\nb.y = 2", 4, 1)]
    [InlineData("[a.b.c]\nz = 9\n[a]\nb.c.t = 1", 4, 3)]
    [InlineData("a = { b = 1 }\na.c = 2", 2, 1)]
    [InlineData("a = { b = 1 }\n[a.c]", 2, 2)]
    [InlineData("a = { b = 1, b = 2 }", 1, 14)]
    [InlineData("a = [1]\n[[a]]", 2, 1)]
    [InlineData("[a]\n[[a]]", 2, 1)]
    [InlineData("[[a]]\n[a]", 2, 1)]
    [InlineData("[[a.b]]\n[a]\nb.c = 1", 3, 1)]
    [InlineData("a = 1\na.b = 2", 2, 1)]
    [InlineData("a = 1\n[a.b]", 2, 2)]
    public void Nothing_is_defined_twice(string text, int line, int column) => ShouldFail(text, line, column, null);

    [Theory]
    [InlineData("a", 1, 2, "'='")]
    [InlineData("a =", 1, 4, "a value")]
    [InlineData("= 1", 1, 1, "a key")]
    [InlineData("a = 1 b = 2", 1, 7, "nothing but a comment")]
    [InlineData("a = b", 1, 5, "quotes")]
    [InlineData("a = True", 1, 5, "quotes")]
    [InlineData("a = 01", 1, 5, "quotes")]
    [InlineData("a = 1__0", 1, 5, "quotes")]
    [InlineData("a = _1", 1, 5, "quotes")]
    [InlineData("a = 1_", 1, 5, "quotes")]
    [InlineData("a = 1.", 1, 5, "quotes")]
    [InlineData("a = .5", 1, 5, "quotes")]
    [InlineData("a = 1.e2", 1, 5, "quotes")]
    [InlineData("a = 0X1", 1, 5, "quotes")]
    [InlineData("a = +0x1", 1, 5, "quotes")]
    [InlineData("a = 0b2", 1, 5, "quotes")]
    [InlineData("a = Inf", 1, 5, "quotes")]
    [InlineData("a = 9223372036854775808", 1, 5, "64 bits")]
    [InlineData("a = 0x8000000000000000", 1, 5, "64 bits")]
    [InlineData("a = 2026-02-30", 1, 5, "date")]
    [InlineData("a = 2026-01-01T24:00:00Z", 1, 5, "date")]
    [InlineData("a = 2026-01-01T10:00Z", 1, 5, "date")]
    [InlineData("a = 2026-01-01T10:00:00+24:00", 1, 5, "date")]
    [InlineData("a = 0001-01-01T00:00:00+01:00", 1, 5, "date")]
    [InlineData("a = 2026-01-01T", 1, 5, "date")]
    [InlineData("a = 25:00:00", 1, 5, "date")]
    [InlineData("a = 10:00:00.", 1, 5, "quotes")]
    [InlineData("a = \"b", 1, 7, "not closed")]
    [InlineData("a = \"b\nc\"", 1, 7, "not closed")]
    [InlineData("a = 'b", 1, 7, "not closed")]
    [InlineData("a = \"\"\"b\n", 1, 5, "not closed")]
    [InlineData("a = '''b", 1, 5, "not closed")]
    [InlineData("a = \"\\e\"", 1, 6, "after '\\'")]
    [InlineData("a = \"\\u12\"", 1, 6, "4 hexadecimal digits")]
    [InlineData("a = \"\\uD800\"", 1, 6, "4 hexadecimal digits")]
    [InlineData("a = \"\\U00110000\"", 1, 6, "8 hexadecimal digits")]
    [InlineData("a = \"b\u0001\"", 1, 7, "U+0001")]
    [InlineData("a = '\u007f'", 1, 6, "U+007F")]
    [InlineData("# \u0000", 1, 3, "U+0000")]
    [InlineData("a = 1 # \r", 1, 9, "U+000D")]
    [InlineData("a = \"\"\"b\rc\"\"\"", 1, 9, "U+000D")]
    [InlineData("a = [1 2]", 1, 8, "',' or ']'")]
    [InlineData("a = [1", 1, 7, "',' or ']'")]
    [InlineData("a = [,]", 1, 6, "a value")]
    [InlineData("a = { b = 1", 1, 12, "'}'")]
    [InlineData("a = { b = 1,\n c = 2 }", 1, 13, "a key")]
    [InlineData("a = { b = 1, }", 1, 14, "a key")]
    [InlineData("[a", 1, 3, "']'")]
    [InlineData("[[a]", 1, 5, "']]'")]
    [InlineData("[]", 1, 2, "a key")]
    [InlineData("[a.]", 1, 4, "a key")]
    [InlineData("[a] b = 1", 1, 5, "nothing but a comment")]
    [InlineData("\n\n  a.b. = 1", 3, 8, "a key")]
    [InlineData("\"\"\"a\"\"\" = 1", 1, 1, "several lines")]
    [InlineData("ä = 1", 1, 1, "a key")]
    public void Each_kind_of_mistake_is_named_at_its_place(string text, int line, int column, string reason) => ShouldFail(text, line, column, reason);

    [Fact]
    public void Nesting_has_an_end()
    {
        ShouldFail("a = " + new string('[', 10_000), 1, 70, "64 deep");
        ShouldFail(string.Join('.', Enumerable.Repeat("a", 10_000)) + " = 1", 1, 129, "64 parts");
    }

    private static void ShouldFail(string text, int line, int column, string? reason)
    {
        var error = Should.Throw<TomlException>(() => TomlReader.Parse(text));
        error.Position.ShouldBe(new TomlPosition(line, column), error.Message);
        if (reason is not null)
            error.Reason.ShouldContain(reason);
    }
}
