using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Tests.Hosting;

public sealed class PostgresTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Servers_that_start_together_on_one_database_share_one_organisation()
    {
        var store = await (await postgres.DatabaseAsync()).CreateSchemaAsync();
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(store)));
        var organisations = await servers[0].Services.GetRequiredService<IStore>().ReadAsync(
            servers[0].Services.GetRequiredService<IOrganisationDirectory>().ListAsync, TestContext.Current.CancellationToken);
        organisations.ShouldHaveSingleItem().Id.ShouldBe(1);
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_accepts_the_credentials_that_another_one_on_the_same_database_made()
    {
        var store = await (await postgres.DatabaseAsync()).CreateSchemaAsync();
        await using var first = await StartAsync(store);
        await using var second = await StartAsync(store);
        var token = first.Credentials!.Reveal("askii", "token");
        var validation = await second.Services.GetRequiredService<TokenValidator>().ValidateAsync(token, TestContext.Current.CancellationToken);
        validation.IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task The_executable_and_its_commands_find_the_store_by_its_variable()
    {
        using var data = new TemporaryDirectory();
        Dictionary<string, string> environment = new()
        {
            ["TRELLIS_STORE"] = await (await postgres.DatabaseAsync()).CreateSchemaAsync(),
            ["TRELLIS_DATA"] = data.Path,
            ["TRELLIS_URLS"] = "http://127.0.0.1:0",
        };
        await using (var server = await ServerProcess.StartAsync(1, environment))
            (await server.StopAsync()).ExitCode.ShouldBe(0);

        File.Exists(data.File("trellis.db")).ShouldBeFalse();
        (await ServerCommand.RunAsync(environment, "audit", "verify")).ExitCode.ShouldBe(0);
        (await ServerCommand.RunAsync(environment, "token", "--subject", "ada")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_password_in_a_connection_string_that_leads_nowhere_is_not_printed()
    {
        using var data = new TemporaryDirectory();
        var result = await ServerCommand.RunAsync(
            "--data", data.Path, "--urls", "http://127.0.0.1:0", "--store", "Host=127.0.0.1;Port=1;Username=u;Password=hush-hush;Timeout=2");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldNotContain("hush-hush");
    }

    private static Task<TrellisServer> StartAsync(string store) =>
        TrellisServer.StartAsync(new() { Store = store }, TestContext.Current.CancellationToken);
}
