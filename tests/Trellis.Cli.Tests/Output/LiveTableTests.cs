namespace Trellis.Cli.Tests.Output;

public sealed class LiveTableTests
{
    [Fact]
    public void What_is_wider_or_longer_than_the_terminal_is_cut()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var host = new CliHost(output, TextWriter.Null, static _ => null)
        {
            OutputStyle = TextStyle.Ansi,
            ReadTerminalSize = static () => new(12, 7),
        };
        var table = new Table("T", new TableColumn("Name"));
        for (var i = 0; i < 9; i++) table.Add($"a-rather-long-name-{i}");
        new LiveTable(host).Show(table);
        var lines = output.ToString().Split('\n');
        lines[4].ShouldBe("a-rather-lo…\e[K");
        lines[5].ShouldBe("… and 8 more\e[K");
        lines[6].ShouldBe("\e[J");
        lines.Length.ShouldBe(7);
    }

    [Fact]
    public void A_terminal_of_another_size_is_cleared_first()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var width = 80;
        var host = new CliHost(output, TextWriter.Null, static _ => null) { OutputStyle = TextStyle.Ansi, ReadTerminalSize = () => new(width, 24) };
        var live = new LiveTable(host);
        live.Show(new Table("T", new TableColumn("Name")));
        width = 40;
        live.Show(new Table("T", new TableColumn("Name")));
        output.ToString().ShouldContain("\e[2J\e[H");
    }

    [Fact]
    public void A_cut_does_not_split_a_wide_character() => TerminalText.Cut("日本語です", 6).ShouldBe("日本…");

    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(-5, "0.0 s")]
    [InlineData(59_949, "59.9 s")]
    [InlineData(60_000, "1 min 0 s")]
    [InlineData(3_600_000, "1 h 0 min")]
    [InlineData(90_000_000, "1 d 1 h")]
    [InlineData(long.MaxValue, "10675199 d 2 h")]
    public void A_span_is_told_in_its_two_largest_units(long milliseconds, string text) => Duration.Of(milliseconds).ShouldBe(text);
}
