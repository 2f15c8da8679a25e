using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Aerostack.Database.Postgres;

namespace Trellis.Server.Aerostack.Tests.Database;

/// <summary>Question marks become PostgreSQL's parameters, and nothing else changes.</summary>
public sealed class PostgresSqlReaderTests
{
    private static readonly string[] Pieces =
        ["?", "??", "'", "''", "\"", "$$", "$a$", "--", "\n", "/*", "*/", ";", "E'", "\\", "a", "1", "U&", " ", "$1", "é", "(", "\0"];

    [Theory]
    [InlineData("SELECT ?, ?", "SELECT $1, $2")]
    [InlineData("SELECT '?''?', ?", "SELECT '?''?', $1")]
    [InlineData("SELECT E'\\'?', ?", "SELECT E'\\'?', $1")]
    [InlineData("SELECT \"a?\"\"?\", ?", "SELECT \"a?\"\"?\", $1")]
    [InlineData("SELECT $$?$$, $t$ $$ ? $t$, ?", "SELECT $$?$$, $t$ $$ ? $t$, $1")]
    [InlineData("SELECT 1 -- ?\n, ?", "SELECT 1  \n, $1")]
    [InlineData("SELECT /* /* ? */ ? */ ?", "SELECT   $1")]
    [InlineData("SELECT a ?? ?", "SELECT a ? $1")]
    [InlineData("SELECT 1 ; -- end", "SELECT 1   ")]
    [InlineData("SELECT a$b, ?", "SELECT a$b, $1")]
    public void A_question_mark_outside_of_quotes_and_comments_is_a_parameter(string sql, string text) =>
        PostgresSqlReader.Read(sql, out _)!.Text.ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 'a")]
    [InlineData("SELECT \"a")]
    [InlineData("SELECT /* a")]
    [InlineData("SELECT $$ a")]
    [InlineData("SELECT $1")]
    [InlineData("SELECT U&'a'")]
    public void What_is_not_one_whole_statement_is_refused(string sql)
    {
        PostgresSqlReader.Read(sql, out var failure).ShouldBeNull();
        failure.ShouldNotBeNull().Status.ShouldBe(400);
    }

    [Fact]
    public void Any_text_is_read_or_refused() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 12).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(static pieces => string.Concat(pieces))),
        static sql => PostgresSqlReader.Read(sql, out var failure) is null == failure is not null).QuickCheckThrowOnFailure();
}
