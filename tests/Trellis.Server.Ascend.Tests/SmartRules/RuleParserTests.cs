using Trellis.Server.Ascend.SmartRules.Parsing;

namespace Trellis.Server.Ascend.Tests.SmartRules;

public sealed class RuleParserTests
{
    [Theory]
    [InlineData("", 1, "Expected a field")]
    [InlineData("risk_score", 11, "Expected one of ==")]
    [InlineData("risk_score = 5", 12, "'=='")]
    [InlineData("risk_score > ", 14, "Expected a value")]
    [InlineData("risk_score > 5 amount < 3", 16, "Expected AND, OR or the end")]
    [InlineData("risk_score > 5 AND", 19, "Expected a field")]
    [InlineData("(risk_score > 5", 16, "')'")]
    [InlineData("risk_score > 5)", 15, "Expected AND, OR or the end")]
    [InlineData("risk_score > high", 14, "compared with numbers")]
    [InlineData("risk_score LIKE '5%'", 17, "is a number")]
    [InlineData("day > 'monday'", 7, "not compared with >")]
    [InlineData("day == 'someday'", 8, "A day is")]
    [InlineData("time > 22", 8, "'22:30'")]
    [InlineData("time > 22:00", 8, "stand in quotes")]
    [InlineData("action_type IN 'a'", 16, "Expected a list")]
    [InlineData("action_type IN ('a', )", 22, "Expected a value")]
    [InlineData("action_type IN ('a'", 20, "Expected ',' or ')'")]
    [InlineData("action_type NOT 'a'", 17, "Expected one of ==")]
    [InlineData("action_type == 'a", 16, "no closing")]
    [InlineData("action_type MATCHES '('", 21, "The pattern is not a regular expression")]
    [InlineData("action_type MATCHES '(a)\\1'", 21, "linear time")]
    [InlineData("a == 1; drop", 7, "no meaning")]
    [InlineData("__import__('os')", 11, "Expected one of ==")]
    public void The_error_says_what_is_wrong_and_where(string source, int position, string message)
    {
        var error = RuleParser.Parse(source, out var expression);

        expression.ShouldBeNull();
        error.ShouldNotBeNull().Message.ShouldContain(message);
        error.Position.ShouldBe(position);
    }

    [Fact]
    public void Parentheses_are_not_nested_without_end() =>
        RuleParser.Parse($"{new string('(', 33)}a == 1{new string(')', 33)}", out _)!.Message.ShouldContain("nested");

    [Fact]
    public void Thirty_two_parentheses_are_fine() =>
        RuleParser.Parse($"{new string('(', 32)}a == 1{new string(')', 32)}", out _).ShouldBeNull();

    [Fact]
    public void An_expression_is_not_longer_than_the_limit() =>
        RuleParser.Parse(new string(' ', RuleParser.LongestSource + 1), out _)!.Message.ShouldContain("4000");

    [Fact]
    public void An_expression_has_not_more_comparisons_than_the_limit() =>
        RuleParser.Parse(string.Join(" OR ", Enumerable.Repeat("a == 1", 201)), out _)!.Message.ShouldContain("comparisons");
}
