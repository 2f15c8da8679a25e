using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Life;

/// <summary>How a server starts, stops and starts again.</summary>
public sealed class ServerLifeTests
{
    [Fact]
    public async Task A_server_that_is_asked_to_stop_ends_in_good_order_and_knows_everything_when_it_is_back()
    {
        using var data = new DataFolder();
        await using (var server = await ServerProcess.StartAsync(data))
        {
            using var askii = AskiiClients.Create(server.Url, server.DeveloperToken);
            await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });
            (await server.StopAsync()).ShouldBe(0, server.Errors);
        }

        await using var again = await ServerProcess.StartAsync(data);
        using var later = AskiiClients.Create(again.Url, again.DeveloperToken);
        (await later.Keys.ListAsync()).Keys.ShouldHaveSingleItem().KeyAlias.ShouldBe("agent");
        (await again.CommandAsync("audit", "verify")).Succeeded().ShouldContain("4 records, signed checkpoint at 4");
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused()
    {
        using var data = new DataFolder();
        await using var server = await ServerProcess.StartAsync(data);
        var refusal = await Should.ThrowAsync<InvalidOperationException>(ServerProcess.StartAsync(data));
        refusal.Message.ShouldContain("Another server uses the data directory");
    }

    [Fact]
    public async Task The_credentials_are_for_their_owner_alone()
    {
        using var data = new DataFolder();
        await using var server = await ServerProcess.StartAsync(data);
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes: run this on Linux or macOS.");
        else
            File.GetUnixFileMode(data.File("credentials.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_version_is_printed() =>
        (await ProgramRun.OfAsync(BuiltPrograms.Server, ["version"])).Succeeded().Trim().ShouldBe("0.1.0");
}
