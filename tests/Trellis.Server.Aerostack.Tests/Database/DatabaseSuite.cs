using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Database;

/// <summary>A project's database on one engine (contract, sections 2.1.6, 2.2.1 and 8.1).</summary>
public abstract class DatabaseSuite : ServerTest
{
    private protected const string MakeUsers = "CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, active integer)";

    [Fact]
    public async Task Rows_come_back_with_their_count()
    {
        await OkAsync(First, MakeUsers);

        var added = await OkAsync(First, "INSERT INTO users (id, name, active) VALUES (?, ?, ?), (?, ?, ?)", "[1, \"Ada\", true, 2, \"Bo?b; -- x\", null]");

        added.ShouldAnswer("""{"results":[],"count":2}""");
        (await OkAsync(First, "SELECT id, name FROM users WHERE active = ?", "[true]")).ShouldAnswer("""{"results":[{"id":1,"name":"Ada"}],"count":1}""");
        (await OkAsync(First, "SELECT name, active FROM users WHERE id = ?;  ", "[2]"))
            .ShouldAnswer("""{"results":[{"name":"Bo?b; -- x","active":null}],"count":1}""");
    }

    [Fact]
    public async Task RETURNING_returns_rows()
    {
        await OkAsync(First, MakeUsers);

        (await OkAsync(First, "INSERT INTO users (id, name) VALUES (1, 'Ada') RETURNING id, name AS n")).ShouldAnswer("""{"results":[{"id":1,"n":"Ada"}],"count":1}""");
        (await OkAsync(First, "UPDATE users SET name = 'x' WHERE id = 9")).ShouldAnswer("""{"results":[],"count":0}""");
        (await OkAsync(First, "DELETE FROM users")).ShouldAnswer("""{"results":[],"count":1}""");
    }

    [Fact]
    public async Task Question_marks_in_texts_names_and_comments_are_no_parameters() =>
        (await OkAsync(First, "SELECT '?' AS \"a?\", /* ? /* ? */ '? */ 1 AS b -- ?\n WHERE 1 = ?".Replace("/* ? /* ? */ '? */ ", "/* ? '? */ ", StringComparison.Ordinal), "[1]"))
            .ShouldAnswer("""{"results":[{"a?":"?","b":1}],"count":1}""");

    [Fact]
    public async Task Numbers_texts_and_null_keep_their_types()
    {
        await OkAsync(First, "CREATE TABLE t (i bigint, r double precision, s text, n text)");
        await OkAsync(First, "INSERT INTO t VALUES (?, ?, ?, ?)", "[9007199254740993, 1.5, \"x\\u00e9\", null]");

        (await OkAsync(First, "SELECT * FROM t")).Text.ShouldBe("""{"results":[{"i":9007199254740993,"r":1.5,"s":"xé","n":null}],"count":1}""");
    }

    [Theory]
    [InlineData("SELECT * FROM missing", "no such table")]
    [InlineData("SELECT missing FROM users", "no such column")]
    [InlineData("SELEC 1", "")]
    [InlineData("SELECT 1; SELECT 2", "exactly one statement")]
    [InlineData("-- nothing", "exactly one statement")]
    [InlineData("SELECT ?", "1 parameters and 0 values")]
    [InlineData("INSERT INTO users (id, name) VALUES (1, NULL)", "")]
    [InlineData("BEGIN", "")]
    [InlineData("COMMIT", "")]
    [InlineData("SAVEPOINT a", "")]
    [InlineData("ROLLBACK", "")]
    [InlineData("RELEASE statement", "")]
    [InlineData("CREATE TEMP TABLE x (a integer)", "may not be used here")]
    [InlineData("VACUUM", "")]
    public async Task A_statement_that_is_wrong_or_not_allowed_is_refused_with_400(string sql, string words)
    {
        await OkAsync(First, MakeUsers);

        var refused = (await QueryAsync(First, sql)).ShouldBeRefused(400, "DB_QUERY_FAILED");

        refused.Message.ShouldContain(words);
        (await OkAsync(First, "SELECT COUNT(*) AS n FROM users")).ShouldAnswer("""{"results":[{"n":0}],"count":1}""");
    }

    [Fact]
    public async Task A_batch_runs_in_order_and_keeps_what_succeeded()
    {
        await OkAsync(First, MakeUsers);

        var batch = (await First.PostAsync(
            "/v1/db/batch",
            """
            {"queries":[
                {"sql":"INSERT INTO users (id, name) VALUES (?, ?)","params":[1,"Ada"]},
                {"sql":"INSERT INTO users (id, name) VALUES (1, 'twice')"},
                {"sql":"SELECT name FROM users WHERE id = ?","params":[1]},
                {"sql":"SELECT * FROM missing"},
                {"sql":"INSERT INTO users (id, name) VALUES (2, 'Bob')"}]}
            """)).ShouldBe(200).Json;

        batch["success"]!.GetValue<bool>().ShouldBeFalse();
        var results = batch["results"]!.AsArray();
        results.Select(static result => result!["success"]!.GetValue<bool>()).ShouldBe([true, false, true, false, true]);
        results[2]!["results"]!.ToJsonString().ShouldBe("""[{"name":"Ada"}]""");
        results[3]!["error"]!.GetValue<string>().ShouldContain("no such table");
        results[0]!.AsObject().ContainsKey("error").ShouldBeFalse();
        (await OkAsync(First, "SELECT name FROM users ORDER BY id")).ShouldAnswer("""{"results":[{"name":"Ada"},{"name":"Bob"}],"count":2}""");
    }

    [Fact]
    public async Task A_batch_that_succeeds_says_so()
    {
        (await First.PostAsync("/v1/db/batch", """{"queries":[{"sql":"SELECT 1 AS a"},{"sql":"SELECT 2 AS a"}]}""")).ShouldAnswer(
            """{"results":[{"results":[{"a":1}],"success":true},{"results":[{"a":2}],"success":true}],"success":true}""");
        (await First.PostAsync("/v1/db/batch", """{"queries":[]}""")).ShouldAnswer("""{"results":[],"success":true}""");
    }

    [Fact]
    public async Task Projects_never_see_each_others_tables()
    {
        var other = await First.OtherProjectAsync();
        await OkAsync(First, MakeUsers);

        (await QueryAsync(other, "SELECT * FROM users")).ShouldBeRefused(400, "DB_QUERY_FAILED").Message.ShouldContain("no such table");
        await OkAsync(other, MakeUsers);
        await OkAsync(other, "INSERT INTO users (id, name) VALUES (1, 'theirs')");
        (await OkAsync(First, "SELECT * FROM users")).ShouldAnswer("""{"results":[],"count":0}""");
    }

    [Theory]
    [InlineData("aerostack_keys")]
    [InlineData("audit_records")]
    [InlineData("schema_migrations")]
    [InlineData("public.aerostack_keys")]
    public async Task The_servers_own_tables_cannot_be_reached(string table) =>
        (await QueryAsync(First, $"SELECT * FROM {table}")).ShouldBeRefused(400, "DB_QUERY_FAILED");

    [Fact]
    public async Task A_runaway_query_is_stopped_and_the_server_lives_on()
    {
        const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n";
        await OkAsync(First, MakeUsers);

        var runaways = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => QueryAsync(First, Endless)));

        foreach (var runaway in runaways)
            runaway.ShouldBeRefused(400, "DB_QUERY_FAILED").Json["details"]!["reason"]!.GetValue<string>().ShouldBe("statement_timeout");
        (await OkAsync(First, "SELECT 1 AS a")).ShouldAnswer("""{"results":[{"a":1}],"count":1}""");
    }

    [Fact]
    public async Task A_runaway_write_is_undone_and_those_beside_it_are_not()
    {
        const string Endless =
            "INSERT INTO users (id, name) WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n) SELECT i, 'x' FROM n WHERE i < 1000 OR i % 7 = 0";
        await OkAsync(First, MakeUsers);

        var runaway = QueryAsync(First, Endless);
        var others = await Task.WhenAll(Enumerable.Range(1, 20).Select(id => QueryAsync(First, "INSERT INTO users (id, name) VALUES (?, 'x')", $"[{id}]")));

        foreach (var other in others)
            other.ShouldBe(200);
        (await runaway).ShouldBeRefused(400, "DB_QUERY_FAILED");
        (await OkAsync(First, "SELECT COUNT(*) AS n FROM users")).ShouldAnswer("""{"results":[{"n":20}],"count":1}""");
    }

    [Fact]
    public async Task A_runaway_in_a_batch_fails_alone()
    {
        await OkAsync(First, MakeUsers);

        var batch = (await First.PostAsync(
            "/v1/db/batch",
            """
            {"queries":[
                {"sql":"INSERT INTO users (id, name) VALUES (1, 'Ada')"},
                {"sql":"INSERT INTO users (id, name) WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n) SELECT i, 'x' FROM n"},
                {"sql":"INSERT INTO users (id, name) VALUES (2, 'Bob')"}]}
            """)).ShouldBe(200).Json;

        batch["results"]!.AsArray().Select(static result => result!["success"]!.GetValue<bool>()).ShouldBe([true, false, true]);
        (await OkAsync(First, "SELECT COUNT(*) AS n FROM users")).ShouldAnswer("""{"results":[{"n":2}],"count":1}""");
    }

    [Fact]
    public async Task An_answer_of_too_many_rows_is_refused()
    {
        const string Rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n";

        (await OkAsync(First, Rows.Replace("?", "100", StringComparison.Ordinal))).Json["count"]!.GetValue<int>().ShouldBe(100);
        (await QueryAsync(First, Rows.Replace("?", "101", StringComparison.Ordinal))).ShouldBeRefused(400, "DB_QUERY_FAILED")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("result_too_large");
    }

    [Fact]
    public async Task A_migration_is_done_once_and_whole()
    {
        const string Step = """{"name":"1","statements":["CREATE TABLE a (id integer PRIMARY KEY)","INSERT INTO a (id) VALUES (1)"]}""";

        (await First.PostAsync("/v1/db/migrate", Step)).ShouldAnswer("""{"success":true,"applied":true}""");
        (await First.PostAsync("/v1/db/migrate", Step)).ShouldAnswer("""{"success":true,"applied":false}""");
        (await OkAsync(First, "SELECT id FROM a")).ShouldAnswer("""{"results":[{"id":1}],"count":1}""");

        (await First.PostAsync("/v1/db/migrate", """{"name":"1","statements":["CREATE TABLE b (id integer)"]}""")).ShouldBeRefused(409, "VALIDATION_ERROR");
        (await First.PostAsync("/v1/db/migrate", """{"name":"2","statements":["CREATE TABLE b (id integer)","INSERT INTO missing VALUES (1)"]}"""))
            .ShouldBeRefused(400, "DB_QUERY_FAILED");
        (await QueryAsync(First, "SELECT * FROM b")).ShouldBeRefused(400, "DB_QUERY_FAILED");
        (await First.PostAsync("/v1/db/migrate", """{"name":"2","statements":["CREATE TABLE b (id integer)"]}""")).ShouldAnswer("""{"success":true,"applied":true}""");
    }

    [Fact]
    public async Task A_migration_of_one_name_that_comes_twice_at_once_is_done_once()
    {
        const string Step = """{"name":"1","statements":["CREATE TABLE a (id integer PRIMARY KEY)"]}""";
        await First.PostAsync("/v1/db/migrate", """{"name":"0","statements":[]}""");

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => First.PostAsync("/v1/db/migrate", Step)));

        replies.Count(static reply => reply.ShouldBe(200).Json["applied"]!.GetValue<bool>()).ShouldBe(1);
    }

    [Fact]
    public async Task Tables_are_listed_with_their_columns_and_the_number_of_their_rows()
    {
        (await First.GetAsync("/v1/db/tables")).ShouldAnswer("""{"tables":[]}""");
        await OkAsync(First, MakeUsers);
        await OkAsync(First, "CREATE VIEW \"the \"\"names\" AS SELECT name FROM users");
        await OkAsync(First, "INSERT INTO users (id, name) VALUES (1, 'Ada'), (2, 'Bo')");

        var tables = (await First.GetAsync("/v1/db/tables")).ShouldBe(200).Json["tables"]!.AsArray();

        tables.Select(static table => (table!["name"]!.GetValue<string>(), table["type"]!.GetValue<string>(), table["rows"]!.GetValue<long>()))
            .ShouldBe([("the \"names", "view", 2), ("users", "table", 2)]);
        tables[1]!["columns"]!.AsArray().Select(static column => (column!["name"]!.GetValue<string>(), column["nullable"]!.GetValue<bool>(), column["primaryKey"]!.GetValue<bool>()))
            .Skip(1).ShouldBe([("name", false, false), ("active", true, false)]);
        tables[1]!["columns"]![0]!["primaryKey"]!.GetValue<bool>().ShouldBeTrue();
        tables[1]!["columns"]![1]!["type"]!.GetValue<string>().ShouldBe("text", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task Projects_never_see_each_others_tables_in_the_list()
    {
        await OkAsync(First, MakeUsers);
        var other = await First.OtherProjectAsync("shop");

        (await other.GetAsync("/v1/db/tables")).ShouldAnswer("""{"tables":[]}""");
    }

    [Theory]
    [InlineData("INSERT INTO users (id, name) VALUES (2, 'Bo')")]
    [InlineData("UPDATE users SET name = 'Bo'")]
    [InlineData("DELETE FROM users")]
    [InlineData("DROP TABLE users")]
    [InlineData("CREATE TABLE others (id integer)")]
    [InlineData("WITH x AS (SELECT 2 AS id) INSERT INTO users (id, name) SELECT id, 'Bo' FROM x")]
    public async Task A_query_for_reading_only_changes_nothing(string sql)
    {
        await OkAsync(First, MakeUsers);
        await OkAsync(First, "INSERT INTO users (id, name) VALUES (1, 'Ada')");

        (await First.PostAsync("/v1/db/query", $$"""{"sql":{{JsonValue.Create(sql).ToJsonString()}},"readOnly":true}""")).ShouldBeRefused(400, "DB_QUERY_FAILED")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("read_only");

        (await OkAsync(First, "SELECT id, name FROM users")).ShouldAnswer("""{"results":[{"id":1,"name":"Ada"}],"count":1}""");
    }

    [Fact]
    public async Task A_query_for_reading_only_reads()
    {
        await OkAsync(First, MakeUsers);

        (await First.PostAsync("/v1/db/query", """{"sql":"SELECT COUNT(*) AS n FROM users WHERE id > ?","params":[0],"readOnly":true}"""))
            .ShouldAnswer("""{"results":[{"n":0}],"count":1}""");
        (await First.PostAsync("/v1/db/query", """{"sql":"SELECT * FROM missing","readOnly":true}""")).ShouldBeRefused(400, "DB_QUERY_FAILED")
            .Text.ShouldContain("no such table");
    }

    [Theory]
    [InlineData("{}", "sql")]
    [InlineData("""{"query":"SELECT 1"}""", "sql")]
    [InlineData("""{"sql":" "}""", "sql")]
    [InlineData("""{"sql":7}""", "sql")]
    [InlineData("""{"sql":"SELECT 1\u0000"}""", "sql")]
    [InlineData("""{"sql":"SELECT ?","params":7}""", "params")]
    [InlineData("""{"sql":"SELECT ?","params":["\ud800"]}""", "params[0]")]
    [InlineData("""{"sql":"SELECT ?","params":["\u0000"]}""", "params[0]")]
    public async Task What_is_wrong_with_a_query_is_named(string body, string field) => (await First.PostAsync("/v1/db/query", body)).ShouldBlame(field);

    [Fact]
    public async Task What_is_wrong_with_a_batch_is_named()
    {
        (await First.PostAsync("/v1/db/batch", """{"queries":[{"sql":"SELECT 1"},{}]}""")).ShouldBlame("queries[1].sql");
        (await First.PostAsync("/v1/db/batch")).ShouldBlame("queries");
        var many = string.Join(',', Enumerable.Repeat("""{"sql":"SELECT 1"}""", 26));
        (await First.PostAsync("/v1/db/batch", $$"""{"queries":[{{many}}]}""")).ShouldBlame("queries");
    }

    private protected static Dictionary<string, string?> Limits => new()
    {
        ["aerostack:database:statementTimeoutMs"] = "1500",
        ["aerostack:database:maxRows"] = "100",
    };

    private protected static Task<Reply> QueryAsync(ProjectClient project, string sql, string parameters = "[]") =>
        project.PostAsync("/v1/db/query", $$"""{"sql":{{JsonValue.Create(sql).ToJsonString()}},"params":{{parameters}}}""");

    private protected static async Task<Reply> OkAsync(ProjectClient project, string sql, string parameters = "[]") =>
        (await QueryAsync(project, sql, parameters)).ShouldBe(200);
}
