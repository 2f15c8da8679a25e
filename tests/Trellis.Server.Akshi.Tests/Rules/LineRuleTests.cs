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
        "ab", "^a", "a$", "a.b", "a[^x]b", @"a\sb", "^$", "", "(?i)AB", "(?:a|b)c", @"\bab\b", "a+b*", @"\Aa", @"b\z", "(?s)a.b", "(?<=a)b", @"(a)\1", "a(?=b)",
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
