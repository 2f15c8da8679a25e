using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.TestInfrastructure.Http;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class ServiceTests(ProjectServer server)
{
    [Fact]
    public async Task A_registered_service_is_called_and_its_answer_told()
    {
        await using var service = await Receiver.StartAsync();
        service.AnswerWith(200, """{"eur":0.9}""");
        await using var client = (await server.NewProjectAsync()).Client();
        await client.RequestAsync(HttpMethod.Post, "/services/register", new JsonObject { ["name"] = "rates", ["url"] = service.Url.ToString() });

        var result = await client.Services.InvokeAsync("rates", new JsonObject { ["from"] = "usd" });

        result.Success.ShouldBe(true);
        result.Result.GetProperty("eur").GetDouble().ShouldBe(0.9);
        (await service.NextAsync(TestContext.Current.CancellationToken)).Body.ShouldBe("""{"from":"usd"}""");
    }

    [Fact]
    public async Task A_service_that_refuses_is_no_success_and_an_unknown_one_an_error()
    {
        await using var service = await Receiver.StartAsync();
        service.AnswerWith(422, "\"no\"");
        await using var client = (await server.NewProjectAsync()).Client();
        await client.RequestAsync(HttpMethod.Post, "/services/register", new JsonObject { ["name"] = "rates", ["url"] = service.Url.ToString() });

        var result = await client.Services.InvokeAsync("rates", []);
        result.Success.ShouldBe(false);
        result.Result.ValueKind.ShouldBe(JsonValueKind.String);
        (await Should.ThrowAsync<AerostackApiException>(() => client.Services.InvokeAsync("unknown", []))).Status.ShouldBe(404);
    }
}
