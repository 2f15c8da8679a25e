using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Aerostack.Tests.Database;

/// <summary>A project's database on PostgreSQL.</summary>
public sealed class PostgresDatabaseTests(PostgresFixture postgres) : DatabaseSuite, IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("SET ROLE postgres")]
    [InlineData("RESET ROLE")]
    [InlineData("SELECT set_config('role', 'none', true)")]
    [InlineData("SELECT \"set_config\"('role', 'none', true)")]
    [InlineData("SELECT U&\"\\0073et_config\"('role', 'none', true)")]
    [InlineData("SELECT query_to_xml('SELECT 1', true, true, '')")]
    [InlineData("UPDATE pg_settings SET setting = 'none' WHERE name = 'role'")]
    [InlineData("SELECT * FROM pg_class")]
    [InlineData("SELECT * FROM pg_catalog.pg_class")]
    [InlineData("SELECT * FROM information_schema.schemata")]
    [InlineData("SELECT 1259::regclass")]
    [InlineData("SELECT pg_sleep(1)")]
    [InlineData("SELECT pg_advisory_lock(1)")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/x'")]
    [InlineData("COPY (SELECT 1) TO PROGRAM 'id'")]
    [InlineData("DO $$ BEGIN RESET ROLE; END $$")]
    [InlineData("CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("CREATE EXTENSION dblink")]
    [InlineData("CREATE ROLE x")]
    [InlineData("CREATE SCHEMA x")]
    [InlineData("GRANT ALL ON SCHEMA public TO PUBLIC")]
    [InlineData("CREATE TABLE public.x (a integer)")]
    [InlineData("LISTEN x")]
    [InlineData("EXPLAIN ANALYZE SELECT 1")]
    [InlineData("SELECT $1")]
    public async Task What_reaches_beyond_the_projects_schema_is_refused(string sql) =>
        (await QueryAsync(First, sql)).ShouldBeRefused(400, "DB_QUERY_FAILED");

    [Fact]
    public async Task Types_of_PostgreSQL_are_JSON_of_their_kind() =>
        (await OkAsync(First, "SELECT 1.50::numeric AS n, true AS b, '{\"a\": 1}'::jsonb AS j, '\\x0102'::bytea AS y, 'NaN'::float8 AS f, $x$?$x$ AS d, '{}'::jsonb ?? 'a' AS q"))
            .Text.ShouldBe("""{"results":[{"n":1.50,"b":true,"j":{"a": 1},"y":"AQI=","f":null,"d":"?","q":false}],"count":1}""");

    [Fact]
    public async Task Two_servers_on_one_store_show_one_database()
    {
        var store = await (await postgres.DatabaseAsync()).CreateSchemaAsync();
        await using var one = await AerostackServer.StartAsync(new ServerSetup { Store = store });
        await using var two = await AerostackServer.StartAsync(new ServerSetup { Store = store });
        await OkAsync(one.First, MakeUsers);

        await OkAsync(one.First, "INSERT INTO users (id, name) VALUES (1, 'Ada')");

        (await OkAsync(two.First, "SELECT name FROM users")).ShouldAnswer("""{"results":[{"name":"Ada"}],"count":1}""");
    }

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = await (await postgres.DatabaseAsync()).CreateSchemaAsync(), Configuration = Limits };
}
