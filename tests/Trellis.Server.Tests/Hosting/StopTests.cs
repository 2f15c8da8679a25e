using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Tests.Hosting;

public sealed class StopTests
{
    [Fact]
    public async Task A_running_request_is_finished_before_the_server_stops()
    {
        var arrived = new TaskCompletionSource();
        var proceed = new TaskCompletionSource();
        await using var probe = await ProbeServer.StartAsync(routes => routes.MapGet("/wait", async context =>
        {
            arrived.SetResult();
            await proceed.Task;
            await context.Response.WriteAsync("done");
        }));

        var call = probe.Client.GetStringAsync("/wait", TestContext.Current.CancellationToken);
        await arrived.Task;
        var stop = probe.Server.DisposeAsync().AsTask();
        stop.IsCompleted.ShouldBeFalse();
        proceed.SetResult();
        (await call).ShouldBe("done");
        await stop;
    }

    [Fact]
    public async Task A_request_that_does_not_end_is_cut_when_the_time_is_up()
    {
        var arrived = new TaskCompletionSource();
        await using var probe = await ProbeServer.StartAsync(
            routes => routes.MapGet("/wait", context =>
            {
                arrived.SetResult();
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            }),
            shutdownTimeout: TimeSpan.Zero);

        var call = probe.Client.GetStringAsync("/wait", TestContext.Current.CancellationToken);
        await arrived.Task;
        await probe.Server.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task Disposing_twice_does_nothing_the_second_time()
    {
        var server = await TrellisServer.StartAsync(new(), TestContext.Current.CancellationToken);
        await server.DisposeAsync();
        await server.DisposeAsync();
    }
}
