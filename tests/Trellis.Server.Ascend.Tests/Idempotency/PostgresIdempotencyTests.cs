using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.Idempotency;

/// <summary>The suite on PostgreSQL.</summary>
public sealed class PostgresIdempotencyTests(PostgresFixture postgres) : IdempotencySuite, IClassFixture<PostgresFixture>
{
    private string? _store;

    [Fact]
    public async Task Where_servers_share_a_secret_key_each_tells_what_another_has_answered()
    {
        using var folder = new KeyFolder();
        await using var one = await StartAsync(folder.KeyFile);
        await using var two = await StartAsync(folder.KeyFile);

        var first = await GenerateAsync(one);
        var second = await GenerateAsync(two);

        second.ShouldBeOk().Json["api_key"]!.GetValue<string>().ShouldBe(first.ShouldBeOk().Json["api_key"]!.GetValue<string>());
    }

    [Fact]
    public async Task Where_they_do_not_the_request_is_not_done_again()
    {
        await using var one = await StartAsync(null);
        await using var two = await StartAsync(null);

        (await GenerateAsync(one)).ShouldBeOk();
        (await GenerateAsync(two)).ShouldBeRefused(409, Errors.ErrorCodes.IdempotencyConflict).Detail.ShouldContain("was done before");
        (await First.AdminAsync("GET", "/api/keys/list")).Text.Split("from-two-servers").Length.ShouldBe(2);
    }

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = _store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };

    private protected override async Task<string> KeptAsync() => string.Join('\n', await Server.Store.ReadAsync(
        static session => session.QueryAsync(
            $"SELECT idempotency_key, sealed_body FROM idempotency_answers", static row => $"{row.Text(0)} {row.Text(1)}"),
        AscendServer.Cancellation));

    private async Task<AscendServer> StartAsync(string? keyFile)
    {
        var setup = new ServerSetup { Store = _store };
        setup.Configuration["secrets:keyFile"] = keyFile;
        return await AscendServer.StartAsync(setup);
    }

    // Both servers trust the tokens of the first: the store has its public key.
    private Task<Reply> GenerateAsync(AscendServer server) => server.SendAsync(
        "POST", "/api/keys/generate", First.AdminToken, """{"name":"from-two-servers"}""", static request => request.Headers.Add("Idempotency-Key", "key-1"));

    private sealed class KeyFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("trellis-key-").FullName;

        public string KeyFile => Path.Combine(_folder, "secret.key");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
