using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed class SqlStatementTests
{
    [Fact]
    public void Holes_become_numbered_parameters() =>
        TextOf($"UPDATE t SET a = {"x"}, b = {2} WHERE c = {3.5}").ShouldBe("UPDATE t SET a = $1, b = $2 WHERE c = $3");

    [Fact]
    public void A_text_without_holes_stays_as_it_is() => TextOf($"SELECT 1").ShouldBe("SELECT 1");

    [Fact]
    public void A_fragment_becomes_text_and_takes_no_number() =>
        TextOf($"SELECT {1} FROM {new SqlFragment("t")} WHERE a = {2} {default(SqlFragment)}").ShouldBe("SELECT $1 FROM t WHERE a = $2 ");

    [Fact]
    public void Values_do_not_appear_when_a_statement_is_printed()
    {
        SqlStatement statement = $"SELECT {"hush"}";

        statement.ToString().ShouldBe("SELECT $1");
    }

    [Fact]
    public void The_same_call_gives_the_same_text_for_every_value()
    {
        static string Text(string? value) => TextOf($"SELECT {value}");

        Text("a").ShouldBe(Text(null));
    }

    private static string TextOf(SqlStatement statement) => statement.Text;
}
