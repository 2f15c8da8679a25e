using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Tasks;

public sealed class TaskRestartTests
{
    private const string Path = "/api/v1/a2a/tasks";

    [Fact]
    public async Task After_a_restart_what_waited_waits_and_what_ran_has_failed()
    {
        var folder = Directory.CreateTempSubdirectory("akshi-tasks-").FullName;
        try
        {
            var setup = new ServerSetup { DataDirectory = folder, Fakes = FakeAgents.Of("a") };
            string waiting, running;
            await using (var server = await AkshiServer.StartAsync(setup))
            {
                running = await CreateAsync(server);
                waiting = await CreateAsync(server);
                (await server.PostAsync($"{Path}/{running}/start")).ShouldBe(200);
            }

            await using var again = await AkshiServer.StartAsync(setup);
            (await again.GetAsync($"{Path}/{waiting}")).Json["status"]!.GetValue<string>().ShouldBe("pending");
            var failed = (await again.GetAsync($"{Path}/{running}")).Json;
            failed["status"]!.GetValue<string>().ShouldBe("failed");
            failed["error"]!.GetValue<string>().ShouldBe("runtime_restarted");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> CreateAsync(AkshiServer server) =>
        (await server.PostAsync(Path, """{"to":"a","input":1}""")).ShouldBe(201).Json["id"]!.GetValue<string>();
}
