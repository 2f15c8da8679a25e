namespace Trellis.Cli.Tests.Output;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("plain — ünï", "plain — ünï")]
    [InlineData("a\eb\u009bc\u0000", "a\\u001bb\\u009bc\\u0000")]
    [InlineData("two\nlines\t", "two\\u000alines\\u0009")]
    [InlineData("\u202eabc\u2069", "\\u202eabc\\u2069")]
    public void A_line_shows_what_could_steer_the_terminal(string text, string shown) => TerminalText.Line(text).ShouldBe(shown);

    [Fact]
    public void Lines_keep_their_breaks() => TerminalText.Lines("a\n\tb\e").ShouldBe("a\n\tb\\u001b");

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("한글", 4)]
    [InlineData("😀", 2)]
    [InlineData("e\u0301", 1)]
    public void The_width_is_counted_in_columns(string text, int width) => TerminalText.Width(text).ShouldBe(width);
}
