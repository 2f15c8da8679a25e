using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Database;

/// <summary>With <c>allowDdl</c> off the schema is changed by migrations alone (contract, section 8.1), and never with a public key.</summary>
public sealed class SchemaChangeTests : ServerTest
{
    [Theory]
    [InlineData("CREATE TABLE a (id integer)")]
    [InlineData("CREATE TABLE a AS SELECT 1 AS x")]
    [InlineData("DROP TABLE kept")]
    [InlineData("ALTER TABLE kept ADD COLUMN x text")]
    [InlineData("CREATE INDEX i ON kept (id)")]
    public async Task Queries_may_not_change_the_schema(string sql)
    {
        await First.PostAsync("/v1/db/migrate", """{"name":"1","statements":["CREATE TABLE kept (id integer)"]}""");

        (await First.PostAsync("/v1/db/query", $$"""{"sql":"{{sql}}"}""")).ShouldBeRefused(400, "DB_QUERY_FAILED")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("ddl_not_allowed");
        (await First.PostAsync("/v1/db/query", """{"sql":"INSERT INTO kept (id) VALUES (1)"}""")).ShouldAnswer("""{"results":[],"count":1}""");
    }

    [Theory]
    [InlineData("query")]
    [InlineData("batch")]
    [InlineData("migrate")]
    public async Task The_database_takes_a_secret_key_alone(string path)
    {
        (await (await First.WithPublicKeyAsync()).PostAsync($"/v1/db/{path}")).ShouldBeRefused(403, "FORBIDDEN");
        (await Server.SendAsync("POST", $"/v1/db/{path}", null, "{}")).ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:database:allowDdl"] = "false" } });
}
