namespace Trellis.Server.Tests.Cli;

public sealed class EphemeralTests
{
    [Fact]
    public async Task An_ephemeral_server_leaves_nothing()
    {
        using var temporary = new TemporaryDirectory();
        await using var server = await StartAsync(temporary);
        var kept = Directory.GetDirectories(temporary.Path, "trellis-*").ShouldHaveSingleItem();

        (await server.StopAsync()).ExitCode.ShouldBe(0);
        Directory.Exists(kept).ShouldBeFalse();
    }

    [Fact]
    public async Task An_ephemeral_server_says_where_its_credentials_are()
    {
        using var temporary = new TemporaryDirectory();
        await using var server = await StartAsync(temporary);
        var kept = Directory.GetDirectories(temporary.Path, "trellis-*").ShouldHaveSingleItem();
        (await server.StopAsync()).Error.ShouldContain(Path.Combine(kept, "credentials.json"));
    }

    [Fact]
    public async Task Keeping_nothing_and_keeping_it_somewhere_contradict_each_other()
    {
        using var data = new TemporaryDirectory();
        (await ServerCommand.RunAsync("--ephemeral", "--data", data.Path)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task An_ephemeral_server_takes_no_store() =>
        (await ServerCommand.RunAsync("--ephemeral", "--store", "Host=127.0.0.1")).ExitCode.ShouldBe(2);

    private static Task<ServerProcess> StartAsync(TemporaryDirectory temporary) =>
        ServerProcess.StartAsync(1, new() { ["TMPDIR"] = temporary.Path }, "--ephemeral", "--urls", "http://127.0.0.1:0");
}
