using System.Net;

namespace Trellis.Server.Tests.Cli;

public sealed class ServeTests
{
    [Fact]
    public async Task A_port_of_zero_is_replaced_by_the_one_that_is_listened_on()
    {
        await using var server = await ServerProcess.StartAsync("--ephemeral", "--urls", "http://127.0.0.1:0");
        server.Urls[0].Port.ShouldNotBe(0);
        using var client = new HttpClient();
        (await client.GetAsync(server.Urls[0], TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_address_is_announced_on_a_line_of_its_own()
    {
        await using var server = await ServerProcess.StartAsync(2, [], "serve", "--ephemeral", "--urls", "http://127.0.0.1:0;http://localhost:0");
        server.Urls[0].Port.ShouldNotBe(server.Urls[1].Port);
    }

    [Fact]
    public async Task Standard_output_holds_the_announcement_alone()
    {
        await using var server = await ServerProcess.StartAsync("--ephemeral", "--urls", "http://127.0.0.1:0", "--log-level", "debug");
        (await server.StopAsync()).Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_stops_the_server_in_good_order(string signal)
    {
        await using var server = await ServerProcess.StartAsync("--ephemeral", "--urls", "http://127.0.0.1:0");
        await server.SignalAsync(signal);
        (await server.WaitAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named_and_ends_the_process_with_five()
    {
        await using var first = await ServerProcess.StartAsync("--ephemeral", "--urls", "http://127.0.0.1:0");
        var second = await ServerCommand.RunAsync("--ephemeral", "--urls", first.Urls[0].ToString());
        second.ExitCode.ShouldBe(5);
        second.Error.ShouldContain($"{first.Urls[0].Port}");
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_ends_the_process_with_four()
    {
        using var data = new TemporaryDirectory();
        var result = await ServerCommand.RunAsync("--data", data.Path, "--store", data.File("missing/folder.db"), "--urls", "http://127.0.0.1:0");
        result.ExitCode.ShouldBe(4);
        result.Error.ShouldContain("missing/folder.db");
    }
}
