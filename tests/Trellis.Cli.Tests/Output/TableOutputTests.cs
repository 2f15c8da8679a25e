namespace Trellis.Cli.Tests.Output;

public sealed class TableOutputTests
{
    [Fact]
    public void Wide_and_combining_characters_keep_the_columns_straight()
    {
        var table = new Table("T", new("A"), new("B"));
        table.Add("日本", "x");
        table.Add("e\u0301", "x");
        Draw(table).ShouldBe("T\n\nA     B\n────  ─\n日本  x\ne\u0301     x\n");
    }

    [Fact]
    public void A_table_without_rows_keeps_its_headings() => Draw(new Table("T", new TableColumn("Model"))).ShouldBe("T\n\nModel\n─────\n");

    [Fact]
    public void A_row_of_another_width_is_refused() => Should.Throw<ArgumentException>(() => new Table("T", new TableColumn("A")).Add("1", "2"));

    private static string Draw(Table table)
    {
        using var output = new StringWriter { NewLine = "\n" };
        TableOutput.Write(output, TextStyle.Plain, table);
        return output.ToString();
    }
}
