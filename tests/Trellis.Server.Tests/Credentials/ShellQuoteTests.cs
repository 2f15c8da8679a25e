namespace Trellis.Server.Tests.Credentials;

public sealed class ShellQuoteTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("", "''")]
    public void Bash_quotes_are_closed_around_a_quote(string text, string quoted) => ShellQuote.Bash(text).ShouldBe(quoted);

    [Theory]
    [InlineData("plain $env:X `n", "'plain $env:X `n'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("it\u2019s \u2018\u201A\u201B", "'it\u2019\u2019s \u2018\u2018\u201A\u201A\u201B\u201B'")]
    public void PowerShell_quotes_are_doubled_and_the_typographic_ones_too(string text, string quoted) => ShellQuote.PowerShell(text).ShouldBe(quoted);
}
