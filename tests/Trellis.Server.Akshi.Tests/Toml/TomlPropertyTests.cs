using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Akshi.Toml;

namespace Trellis.Server.Akshi.Tests.Toml;

public sealed class TomlPropertyTests
{
    [Fact]
    public void Every_text_comes_back_from_a_basic_string() =>
        Holds((NonNull<string> text) =>
        {
            var clean = Clean(text.Get);
            return TomlReader.Parse($"a = {Quote(clean)}").Members["a"] is TomlString read && read.Value == clean;
        });

    [Fact]
    public void Every_whole_number_comes_back() =>
        Holds((long number) =>
            TomlReader.Parse(string.Create(CultureInfo.InvariantCulture, $"a = {number}")).Members["a"] is TomlInteger read && read.Value == number);

    [Fact]
    public void Every_float_comes_back() =>
        Holds((NormalFloat number) =>
            TomlReader.Parse("a = " + number.Get.ToString("E17", CultureInfo.InvariantCulture)).Members["a"] is TomlFloat read && read.Value.Equals(number.Get));

    [Fact]
    public void Every_point_in_time_comes_back() =>
        Holds((DateTime time) =>
            TomlReader.Parse("a = " + time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)).Members["a"]
                is TomlOffsetDateTime read && read.Value.UtcTicks == time.Ticks);

    [Fact]
    public void Every_key_comes_back() =>
        Holds((NonNull<string> key) =>
        {
            var clean = Clean(key.Get);
            return TomlReader.Parse($"{Quote(clean)} = 1\n[t.{Quote(clean)}]").Members.ContainsKey(clean);
        });

    [Fact]
    public void No_text_does_more_than_fail_at_a_place_within_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000),
            Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).Select(static pieces => string.Concat(pieces)).ToArbitrary(), static text =>
            {
                try
                {
                    TomlReader.Parse(text);
                    return true;
                }
                catch (TomlException error)
                {
                    var lines = text.Split('\n');
                    return error.Position.Line >= 1 && error.Position.Line <= lines.Length
                        && error.Position.Column >= 1 && error.Position.Column <= lines[error.Position.Line - 1].Length + 1;
                }
            }));

    private static readonly string[] Pieces =
    [
        "a", "b", ".", "=", " ", "\n", "\r\n", "[", "]", "[[", "]]", "{", "}", ",", "#", "\"", "'", "\"\"\"", "'''", "\\", "\\u00e9", "1", "0x", "1.5", "e3",
        "true", "2026-01-01", "T10:00:00", "Z", "a = 1\n", "[a]\n", "[[a]]\n", "a.b = {}\n", "\0", "\uD83D", "inf", "_",
    ];

    private static void Holds<T>(Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), Prop.ForAll(property));

    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString();
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < ' ' || rune.Value is '"' or '\\' or 0x7f)
                quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
            else
                quoted.Append(rune.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
