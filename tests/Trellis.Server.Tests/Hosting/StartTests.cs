using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task Without_a_data_directory_nothing_is_left()
    {
        var server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        Directory.Exists(server.DataDirectory).ShouldBeTrue();
        await server.DisposeAsync();
        Directory.Exists(server.DataDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_servers_run_side_by_side()
    {
        await using var first = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        await using var second = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        first.Url.ShouldNotBe(second.Url);
    }

    [Fact]
    public async Task A_directory_in_use_is_refused_and_free_after_disposal()
    {
        using var data = new TemporaryDirectory();
        var options = new TrellisServerOptions { DataDirectory = data.Path };
        await using (await TrellisServer.StartAsync(options, TestContext.Current.CancellationToken))
        {
            var refusal = await Should.ThrowAsync<ServerStartException>(() => TrellisServer.StartAsync(options, TestContext.Current.CancellationToken));
            refusal.Failure.ShouldBe(ServerStartFailure.DataDirectory);
        }

        await using var again = await TrellisServer.StartAsync(options, TestContext.Current.CancellationToken);
        again.DataDirectory.ShouldBe(data.Path);
    }

    [Fact]
    public async Task A_start_that_fails_leaves_nothing()
    {
        using var data = new TemporaryDirectory();
        await using var first = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        var taken = new TrellisServerOptions { DataDirectory = data.Path, Urls = [first.Url.ToString()] };
        (await Should.ThrowAsync<ServerStartException>(() => TrellisServer.StartAsync(taken, TestContext.Current.CancellationToken)))
            .Failure.ShouldBe(ServerStartFailure.Address);

        await using var second = await TrellisServer.StartAsync(new() { DataDirectory = data.Path }, TestContext.Current.CancellationToken);
        second.Urls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_clock_is_the_one_that_was_given()
    {
        var clock = new ManualTimeProvider();
        await using var server = await TrellisServer.StartAsync(new() { TimeProvider = clock }, TestContext.Current.CancellationToken);
        server.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(clock);
    }

    [Fact]
    public async Task A_wrong_section_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("identity:clockSkew", "01:00:00")]).Build();
        var refusal = await Should.ThrowAsync<ServerStartException>(
            () => TrellisServer.StartAsync(new() { Configuration = configuration }, TestContext.Current.CancellationToken));
        refusal.Failure.ShouldBe(ServerStartFailure.Configuration);
        refusal.Message.ShouldContain("clockSkew");
    }

    [Fact]
    public async Task The_host_takes_no_addresses_from_the_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", "http://127.0.0.2:0")]).Build();
        await using var server = await TrellisServer.StartAsync(new() { Configuration = configuration }, TestContext.Current.CancellationToken);
        server.Urls.ShouldHaveSingleItem().Host.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task A_modules_schema_is_there_when_it_is_asked_for_credentials()
    {
        var module = new ProbeModule
        {
            Migrations = [new Migration("probe", 1, "things", "CREATE TABLE things (id bigint NOT NULL PRIMARY KEY)")],
        };
        await using var server = await TrellisServer.StartAsync(new() { Modules = [module] }, TestContext.Current.CancellationToken);
        var things = await server.Services.GetRequiredService<IStore>().ReadAsync(
            static session => session.QueryAsync($"SELECT id FROM things", static row => row.Integer(0)), TestContext.Current.CancellationToken);
        things.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_modules_cannot_own_the_same_path()
    {
        var options = new TrellisServerOptions { Modules = [new ProbeModule { Name = "one" }, new ProbeModule { Name = "two" }] };
        var refusal = await Should.ThrowAsync<ServerStartException>(() => TrellisServer.StartAsync(options, TestContext.Current.CancellationToken));
        refusal.Message.ShouldContain("one");
        refusal.Message.ShouldContain("two");
    }

    [Theory]
    [InlineData(false, null, 0)]
    [InlineData(false, true, 2)]
    [InlineData(true, null, 2)]
    [InlineData(true, false, 0)]
    public async Task A_server_waits_for_the_disk_where_its_data_outlive_it_or_where_it_is_told_to(bool outlives, bool? isDurable, int synchronous)
    {
        using var data = new TemporaryDirectory();
        await using var server = await TrellisServer.StartAsync(
            new TrellisServerOptions { DataDirectory = outlives ? data.Path : null, IsDurable = isDurable, Modules = [] }, TestContext.Current.CancellationToken);

        var store = server.Services.GetRequiredService<IStore>();
        (await store.WriteAsync(session => session.QueryIntegerAsync($"PRAGMA synchronous"), TestContext.Current.CancellationToken)).ShouldBe(synchronous);
    }
}
