using Trellis.Server.Askii.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Askii.Tests.Engines;

/// <summary>The suite on PostgreSQL, and what several servers on one store owe each other.</summary>
public sealed class PostgresEngineTests(PostgresFixture postgres) : EngineSuite, IClassFixture<PostgresFixture>
{
    private string? _store;

    [Fact]
    public async Task A_key_that_one_server_revokes_is_refused_by_the_other()
    {
        await using var other = await AskiiServer.StartAsync(new ServerSetup { Store = _store });
        var key = await Ada.KeyAsync();
        (await ChatAsync(other, key)).ShouldBeOk();

        await Ada.RevokeAsync(key);

        (await ChatAsync(other, key)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Two_servers_together_never_exceed_a_budget()
    {
        await using var other = await AskiiServer.StartAsync(new ServerSetup { Store = _store });
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 0.0005 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => ChatAsync(number % 2 == 0 ? Server : other, key)));

        (await Server.SpendAsync()).ShouldBe(answers.Count(static answer => answer.Status == 200) * 11_000L);
        (await Server.SpendAsync()).ShouldBeInRange(11_000, 500_000);
    }

    [Fact]
    public async Task A_server_that_starts_leaves_the_reservations_of_another()
    {
        var key = await Ada.KeyAsync(new() { ["max_budget"] = 1 });
        await Server.ExecuteAsync(new(
            $"INSERT INTO askii_reservations (id, key_id, server_id, amount, expires_at) SELECT 'r', id, 'running', 1, {long.MaxValue} FROM askii_keys"));

        await using var other = await AskiiServer.StartAsync(new ServerSetup { Store = _store });

        (await other.ReservationsAsync()).ShouldBe(1);
        (await ChatAsync(other, key)).ShouldBeOk();
    }

    private static Task<Answer> ChatAsync(AskiiServer server, string key) =>
        server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of("one two"));

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = _store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
