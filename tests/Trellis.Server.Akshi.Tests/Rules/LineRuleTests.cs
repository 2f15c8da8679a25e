using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Rules;

namespace Trellis.Server.Akshi.Tests.Rules;

public sealed class LineRuleTests
{
    private static readonly string[] Patterns =
    [
        "abc", "(?i)abc", "ab?c", "ab*a", "aab{0,1}", "ab{2}", "ab+c", "(ab)?ac", "[ab]?ac", "[]a]ab", @"ab\.", "ab|ca", "ab$", @"aa\b", "(?i)aka", "ab", "^a", "a$", "a.b", "a[^x]b", @"a\sb", "^$", "", "(?i)AB", "(?:a|b)c", @"\bab\b", "a+b*", @"\Aa", @"b\z", "(?s)a.b", "(?<=a)b", @"(a)\1", "a(?=b)",
    ];

    private static readonly string[] Pieces = ["a", "b", "c", "ab", " ", "\n", "\r\n", "x", "aa", "AB"];

    [Fact]
    public void The_fast_search_finds_exactly_the_lines_that_match_by_themselves() =>
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500),
            Prop.ForAll(Gen.ListOf(Gen.Elements(Pieces)).Select(static pieces => string.Concat(pieces)).ToArbitrary(), static text =>
            {
                foreach (var pattern in Patterns)
                    Found(pattern, text).ShouldBe(Expected(pattern, text), $"{pattern} in {Regex.Escape(text)}");
                return true;
            }));

    [Theory]
    [InlineData("^ERROR", "an ERROR", true)]
    [InlineData("^ERROR", "an error", false)]
    [InlineData("(?i)panic", "PANTHER", true)]
    [InlineData(@"status=5\d\d", "status=500", true)]
    [InlineData(@"status=5\d\d", "status=400", false)]
    [InlineData("passwords?=", "password=", true)]
    [InlineData(@"a\.b(c|d)[ef]long", "long", true)]
    public void A_plain_pattern_has_a_text_that_every_match_holds(string pattern, string text, bool holds) =>
        text.AsSpan().ContainsAny(RequiredLiteral.Of(pattern, ignoresCase: false).ShouldNotBeNull()).ShouldBe(holds);

    [Theory]
    [InlineData("ab|cd")]
    [InlineData("(?:ab)cd")]
    [InlineData("a")]
    [InlineData(@"\x41bc")]
    [InlineData("[a-z-[b]]cd")]
    [InlineData("a.b.c")]
    [InlineData("(?i)kiki")]
    public void Of_any_other_pattern_nothing_is_said(string pattern) => RequiredLiteral.Of(pattern, ignoresCase: false).ShouldBeNull();

    [Fact]
    public void A_pattern_that_runs_away_is_stopped()
    {
        Should.Throw<RegexMatchTimeoutException>(() => Found(@"^(a+)+(?!b)c$", new string('a', 60)));
        Found("^(a+)+$", new string('a', 50_000) + "!").ShouldBeEmpty();
    }

    private static int[] Found(string pattern, string text)
    {
        var matches = new List<LineMatch>();
        new LineRule(new AgentRule(pattern, "info", null, IgnoresCase: false)).Find(text, 0, matches);
        matches.ShouldAllBe(match => !text.Substring(match.Start, match.Length).Contains('\n'));
        return [.. matches.Select(static match => match.Line)];
    }

    private static int[] Expected(string pattern, string text)
    {
        var lines = text.Split('\n');
        if (lines[^1].Length == 0)
            lines = lines[..^1];
        return [.. lines.Index().Where(line => Regex.IsMatch(line.Item.TrimEnd('\r'), pattern)).Select(static line => line.Index)];
    }
}
