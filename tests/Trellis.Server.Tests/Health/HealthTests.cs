using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Tests.Health;

public sealed class HealthTests
{
    private const string Ready = """{"status":"ready","checks":{"store.read":"ok","store.write":"ok"}}""";

    [Fact]
    public async Task A_server_that_runs_is_live_and_ready()
    {
        await using var server = await StartAsync();
        (await AskAsync(server, "/health/live")).ShouldBe((HttpStatusCode.OK, """{"status":"live"}"""));
        (await AskAsync(server, "/health/ready")).ShouldBe((HttpStatusCode.OK, Ready));
    }

    [Fact]
    public async Task A_store_that_fails_makes_the_server_unready_and_leaves_it_live()
    {
        await using var server = await StartAsync();
        await server.Services.GetRequiredService<IStore>().WriteAsync(
            static session => session.ExecuteAsync($"DROP TABLE audit_heads"), TestContext.Current.CancellationToken);
        (await AskAsync(server, "/health/ready")).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, """{"status":"unavailable","checks":{"store.read":"failed","store.write":"failed"}}"""));
        (await AskAsync(server, "/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_to_is_named_and_the_server_recovers_with_it()
    {
        using var data = new TemporaryDirectory();
        await using var server = await StartAsync(data.Path);
        await using var other = new SqliteConnection($"Data Source={data.File("trellis.db")};Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(other, "BEGIN IMMEDIATE");
        (await AskAsync(server, "/health/ready")).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, """{"status":"unavailable","checks":{"store.read":"ok","store.write":"failed"}}"""));

        await ExecuteAsync(other, "ROLLBACK");
        (await AskAsync(server, "/health/ready")).ShouldBe((HttpStatusCode.OK, Ready));
    }

    [Fact]
    public async Task A_server_that_stops_is_no_longer_ready()
    {
        await using var server = await StartAsync();
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        (await AskAsync(server, "/health/ready")).ShouldBe((HttpStatusCode.ServiceUnavailable, """{"status":"stopping","checks":{}}"""));
        (await AskAsync(server, "/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_platforms_own_health_is_as_its_contract_has_it()
    {
        await using var server = await StartAsync();
        var (status, body) = await AskAsync(server, "/health");
        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldStartWith("""{"status":"healthy","version":""");
    }

    private static Task<TrellisServer> StartAsync(string? data = null) =>
        TrellisServer.StartAsync(new() { DataDirectory = data }, TestContext.Current.CancellationToken);

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(TrellisServer server, string path)
    {
        using var client = new HttpClient { BaseAddress = server.Url };
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string text)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
