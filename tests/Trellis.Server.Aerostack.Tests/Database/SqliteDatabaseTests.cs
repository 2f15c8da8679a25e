using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Database;

/// <summary>A project's database on SQLite.</summary>
public sealed class SqliteDatabaseTests : DatabaseSuite
{
    [Theory]
    [InlineData("ATTACH DATABASE '/etc/passwd' AS x")]
    [InlineData("ATTACH ':memory:' AS x")]
    [InlineData("DETACH DATABASE main")]
    [InlineData("VACUUM INTO '/tmp/stolen.db'")]
    [InlineData("SELECT load_extension('x')")]
    [InlineData("PRAGMA writable_schema = ON")]
    [InlineData("PRAGMA journal_mode = OFF")]
    [InlineData("PRAGMA synchronous = OFF")]
    [InlineData("PRAGMA query_only = OFF")]
    [InlineData("PRAGMA max_page_count = 1000000")]
    [InlineData("PRAGMA database_list")]
    [InlineData("SELECT * FROM pragma_database_list")]
    [InlineData("PRAGMA temp_store_directory = '/tmp'")]
    [InlineData("SELECT * FROM sqlite_master")]
    [InlineData("SELECT * FROM sqlite_schema")]
    [InlineData("UPDATE sqlite_master SET sql = 'x'")]
    [InlineData("CREATE VIRTUAL TABLE x USING csv(filename='/etc/passwd')")]
    [InlineData("CREATE VIRTUAL TABLE x USING dbstat(main)")]
    [InlineData("SELECT readfile('/etc/passwd')")]
    [InlineData("SELECT randomblob(100000000)")]
    public async Task What_reaches_beyond_the_projects_data_is_refused(string sql) =>
        (await QueryAsync(First, sql)).ShouldBeRefused(400, "DB_QUERY_FAILED");

    [Fact]
    public async Task The_schema_is_read_through_the_functions_made_for_it()
    {
        await OkAsync(First, MakeUsers);

        (await OkAsync(First, "SELECT name FROM pragma_table_list() WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
            .ShouldAnswer("""{"results":[{"name":"users"}],"count":1}""");
        (await OkAsync(First, "SELECT name FROM pragma_table_info(?)", "[\"users\"]")).Json["count"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Tables_views_triggers_and_full_text_may_be_made_and_changed()
    {
        await OkAsync(First, MakeUsers);
        await OkAsync(First, "ALTER TABLE users ADD COLUMN age integer");
        await OkAsync(First, "ALTER TABLE users RENAME COLUMN age TO years");
        await OkAsync(First, "CREATE INDEX by_name ON users (name)");
        await OkAsync(First, "CREATE VIEW names AS SELECT name FROM users");
        await OkAsync(First, "CREATE TRIGGER t AFTER INSERT ON users BEGIN UPDATE users SET active = 1 WHERE id = new.id; END");
        await OkAsync(First, "CREATE VIRTUAL TABLE texts USING fts5(body)");
        await OkAsync(First, "INSERT INTO texts (body) VALUES ('hello world')");
        await OkAsync(First, "INSERT INTO users (id, name) VALUES (1, 'Ada')");

        (await OkAsync(First, "SELECT active FROM users")).ShouldAnswer("""{"results":[{"active":1}],"count":1}""");
        (await OkAsync(First, "SELECT body FROM texts WHERE texts MATCH 'world'")).ShouldAnswer("""{"results":[{"body":"hello world"}],"count":1}""");
        await OkAsync(First, "DROP TABLE texts");
    }

    [Fact]
    public async Task A_statement_that_rolls_back_takes_nothing_of_others_with_it()
    {
        await OkAsync(First, MakeUsers);
        await OkAsync(First, "INSERT INTO users (id, name) VALUES (1, 'Ada')");

        var writes = await Task.WhenAll(Enumerable.Range(2, 20).Select(id => id % 4 == 0
            ? QueryAsync(First, "INSERT OR ROLLBACK INTO users (id, name) VALUES (1, 'again')")
            : QueryAsync(First, "INSERT INTO users (id, name) VALUES (?, 'x')", $"[{id}]")));

        writes.Count(static write => write.Status == 400).ShouldBe(5);
        writes.Count(static write => write.Status == 200).ShouldBe(15);
        (await OkAsync(First, "SELECT COUNT(*) AS n FROM users")).ShouldAnswer("""{"results":[{"n":16}],"count":1}""");
    }

    [Fact]
    public async Task A_constraint_checked_at_the_end_fails_the_request_that_broke_it_alone()
    {
        await OkAsync(First, "CREATE TABLE a (id integer PRIMARY KEY, parent integer REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED)");

        var writes = await Task.WhenAll(Enumerable.Range(1, 20).Select(id =>
            QueryAsync(First, "INSERT INTO a (id, parent) VALUES (?, ?)", id % 4 == 0 ? $"[{id},999]" : $"[{id},null]")));

        writes.Count(static write => write.Status == 400).ShouldBe(5);
        (await OkAsync(First, "SELECT COUNT(*) AS n FROM a")).ShouldAnswer("""{"results":[{"n":15}],"count":1}""");
    }

    [Fact]
    public async Task A_database_grows_to_its_limit_and_no_further()
    {
        await OkAsync(First, "CREATE TABLE t (b blob)");

        var refused = (await QueryAsync(
            First, "INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) SELECT zeroblob(100000) FROM n"))
            .ShouldBeRefused(400, "DB_QUERY_FAILED");

        refused.Json["details"]!["reason"]!.GetValue<string>().ShouldBe("database_full");
        (await OkAsync(First, "SELECT COUNT(*) AS n FROM t")).ShouldAnswer("""{"results":[{"n":0}],"count":1}""");
    }

    [Fact]
    public async Task Blobs_are_base64_and_of_two_columns_with_one_name_the_last_is_shown() =>
        (await OkAsync(First, "SELECT x'0102' AS b, 1 AS a, 2 AS a, 9e999 AS i")).ShouldAnswer("""{"results":[{"b":"AQI=","a":2,"i":null}],"count":1}""");

    [Fact]
    public async Task What_was_written_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-aerostack-");
        await using (var before = await AerostackServer.StartAsync(new ServerSetup { DataDirectory = folder.FullName }))
        {
            await OkAsync(before.First, MakeUsers);
            await OkAsync(before.First, "INSERT INTO users (id, name) VALUES (1, 'Ada')");
        }

        await using (var after = await AerostackServer.StartAsync(new ServerSetup { DataDirectory = folder.FullName }))
            (await OkAsync(after.First, "SELECT name FROM users")).ShouldAnswer("""{"results":[{"name":"Ada"}],"count":1}""");

        folder.Delete(recursive: true);
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new(Limits) { ["aerostack:database:maxBytes"] = "2000000" } });
}
