using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Models;

public sealed class AvailableModelsTests : ServerTest
{
    [Fact]
    public async Task The_simulator_is_the_one_model_of_a_server_without_upstreams() =>
        (await Ada.ModelsAsync()).ShouldBeOk().Text.ShouldBe("""{"models":[{"model_name":"trellis-echo"}]}""");

    [Fact]
    public async Task The_models_of_the_upstreams_are_listed()
    {
        await using var upstream = await Upstream.StartAsync(Upstream.AnswerAsync);
        await using var server = await AskiiServer.StartAsync(new ServerSetup { Configuration = upstream.Configuration });

        (await (await server.UserAsync()).ModelsAsync()).ShouldBeOk().Text
            .ShouldBe("""{"models":[{"model_name":"m"},{"model_name":"vendor/other"}]}""");
    }
}
