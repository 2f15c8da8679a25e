using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Http;

public sealed class StoppingTests : ServerTest
{
    [Fact]
    public async Task A_runtime_that_stops_is_not_well()
    {
        (await Server.GetAsync("/api/v1/health")).ShouldBe(200);

        Server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await Server.GetAsync("/api/v1/health")).ShouldBe(503).Json["ok"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Open_streams_do_not_hold_up_the_stop()
    {
        await using var agui = await Server.ListenAsync("/api/v1/agui/events");
        await using var unified = await Server.ListenAsync("/api/v1/events");

        await Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(9), AkshiServer.Cancellation);
    }
}
