using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Http;
using Trellis.TestInfrastructure.Logging;

namespace Trellis.Server.Aerostack.Tests.Ai;

/// <summary>Readers of a stream who leave before its end, as all do at its first end mark (contract, section 2.2.10).</summary>
public sealed class HangUpTests
{
    private const string Piece = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"part\"}}]}\n\n";

    [Fact]
    public async Task Who_leaves_a_stream_early_ends_it_at_the_model_and_is_no_error()
    {
        var isLeft = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var model = await Receiver.StartAsync();
        model.Answer = async context =>
        {
            context.RequestAborted.Register(isLeft.SetResult);
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Piece);
            await context.Response.Body.FlushAsync();
            await isLeft.Task;
        };
        using var log = new CapturedLog();
        await using (var server = await AerostackServer.StartAsync(Setup(model, log)))
        {
            using (var request = new HttpRequestMessage(HttpMethod.Post, "/v1/ai/chat"))
            {
                request.Headers.Add("X-Aerostack-Key", server.First.Key);
                request.Content = new StringContent("""{"messages":[{"role":"user","content":"hi"}],"stream":true}""", null, "application/json");
                using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, AerostackServer.Cancellation);
                response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
                await using var body = await response.Content.ReadAsStreamAsync(AerostackServer.Cancellation);
                (await body.ReadAsync(new byte[1], AerostackServer.Cancellation)).ShouldBe(1);
            }

            await isLeft.Task.WaitAsync(TimeSpan.FromSeconds(30), AerostackServer.Cancellation);
            (await server.First.GetAsync("/v1/projects/current")).ShouldBe(200);
        }

        log.Entries.Where(static entry => entry.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    private static ServerSetup Setup(Receiver model, CapturedLog log) => new()
    {
        ConfigureLogging = logging => logging.AddProvider(log),
        Configuration = new()
        {
            ["models:upstreams:0:name"] = "up",
            ["models:upstreams:0:baseUrl"] = new Uri(model.Url, "/v1").ToString(),
            ["models:upstreams:0:models:0:name"] = "m",
            ["models:upstreams:0:models:0:inputPerMillion"] = "1",
            ["models:upstreams:0:models:0:outputPerMillion"] = "1",
        },
    };
}
