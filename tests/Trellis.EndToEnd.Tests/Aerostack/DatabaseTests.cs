using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class DatabaseTests(ProjectServer server)
{
    [Fact]
    public async Task Rows_are_written_and_read_with_their_types()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        await client.Database.QueryAsync("create table people (id integer primary key, name text, score real)");
        (await client.Database.QueryAsync("insert into people (name, score) values (?, ?), (?, ?)", ["Ada", 1.5, "Bob; drop table people", null])).Count.ShouldBe(2);

        var found = await client.Database.QueryAsync("select * from people order by id");

        found.Count.ShouldBe(2);
        found.Results![0].GetRawText().ShouldBe("""{"id":1,"name":"Ada","score":1.5}""");
        found.Results![1].GetRawText().ShouldBe("""{"id":2,"name":"Bob; drop table people","score":null}""");
    }

    [Fact]
    public async Task The_blocking_form_does_the_same()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        client.Database.Query("create table t (a)");
        client.Database.Query("insert into t values (?)", ["x"]);
        client.Database.Query("select a from t").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_tells_which_statement_failed_and_keeps_the_others()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        var batch = await client.Database.BatchAsync([new("create table t (a)"), new("insert into nowhere values (1)"), new("insert into t values (?)", [7])]);
        batch.Success.ShouldBe(false);
        batch.Results!.Select(static entry => entry.Success).ShouldBe([true, false, true]);
        batch.Results![1].Error!.ShouldContain("no such table");
        (await client.Database.QueryAsync("select a from t")).Results!.ShouldHaveSingleItem().GetProperty("a").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task What_is_wrong_with_a_statement_is_a_typed_error()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        var refusal = await Should.ThrowAsync<AerostackErrorResponseException>(() => client.Database.QueryAsync("select * from nowhere"));
        refusal.Status.ShouldBe(400);
        refusal.Error.Code.ShouldBe(AerostackErrorCode.DbQueryFailed);
    }

    [Fact]
    public async Task Another_project_sees_no_table_of_this_one()
    {
        await using var one = (await server.NewProjectAsync()).Client();
        await using var other = (await server.NewProjectAsync()).Client();
        await one.Database.QueryAsync("create table secrets (a)");
        await Should.ThrowAsync<AerostackErrorResponseException>(() => other.Database.QueryAsync("select * from secrets"));
    }
}
