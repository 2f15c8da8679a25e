using System.Text;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Tests.Faults;

public sealed class FaultCutTests
{
    private const string Body = "0123456789";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public async Task Exactly_that_many_bytes_arrive_and_then_the_connection_ends(int bytes)
    {
        await using var server = await FaultServer.StartAsync($$"""{"route":"* *","cutAfterBytes":{{bytes}}}""", WriteBodyAsync);

        using var response = await server.Client.GetAsync("", HttpCompletionOption.ResponseHeadersRead);

        response.Headers.GetValues("x-trellis-fault").ShouldBe(["0"]);
        (await ReadUntilBrokenAsync(response)).ShouldBe(Body[..bytes]);
    }

    [Fact]
    public async Task A_response_with_a_length_breaks_off_too()
    {
        await using var server = await FaultServer.StartAsync("""{"route":"* *","cutAfterBytes":4}""", context =>
        {
            context.Response.ContentLength = Body.Length;
            return WriteBodyAsync(context);
        });

        using var response = await server.Client.GetAsync("", HttpCompletionOption.ResponseHeadersRead);

        (await ReadUntilBrokenAsync(response)).ShouldBe(Body[..4]);
    }

    [Fact]
    public async Task A_response_written_through_the_pipe_breaks_off_too()
    {
        await using var server = await FaultServer.StartAsync("""{"route":"* *","cutAfterBytes":4}""", static context =>
        {
            Encoding.UTF8.GetBytes(Body, context.Response.BodyWriter);
            return Task.CompletedTask;
        });

        using var response = await server.Client.GetAsync("", HttpCompletionOption.ResponseHeadersRead);

        (await ReadUntilBrokenAsync(response)).ShouldBe(Body[..4]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task A_response_that_is_not_longer_passes_whole(int bytes)
    {
        await using var server = await FaultServer.StartAsync($$"""{"route":"* *","cutAfterBytes":{{bytes}}}""", WriteBodyAsync);

        (await server.Client.GetStringAsync("")).ShouldBe(Body);
    }

    [Fact]
    public async Task To_the_handler_a_cut_is_a_caller_who_hung_up()
    {
        var hungUp = new TaskCompletionSource<bool>();
        await using var server = await FaultServer.StartAsync("""{"route":"* *","cutAfterBytes":4}""", async context =>
        {
            await context.Response.WriteAsync(Body);
            hungUp.SetResult(context.RequestAborted.IsCancellationRequested);
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
        });

        using var response = await server.Client.GetAsync("", HttpCompletionOption.ResponseHeadersRead);

        (await ReadUntilBrokenAsync(response)).ShouldBe(Body[..4]);
        (await hungUp.Task).ShouldBeTrue();
    }

    [Fact]
    public async Task A_lost_response_is_one_the_handler_gave_and_nobody_got()
    {
        var finished = false;
        await using var server = await FaultServer.StartAsync("""{"route":"* *","loseResponse":true,"times":1}""", async context =>
        {
            await WriteBodyAsync(context);
            await context.Response.Body.FlushAsync();
            finished = !context.RequestAborted.IsCancellationRequested;
        });

        await Should.ThrowAsync<HttpRequestException>(() => server.Client.PostAsync("", new StringContent("x")));

        finished.ShouldBeTrue();
        (await server.Client.GetStringAsync("")).ShouldBe(Body);
    }

    private static async Task WriteBodyAsync(HttpContext context)
    {
        foreach (var letter in Body)
        {
            await context.Response.WriteAsync(letter.ToString());
        }
    }

    private static async Task<string> ReadUntilBrokenAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        var received = new MemoryStream();
        await Should.ThrowAsync<IOException>(() => body.CopyToAsync(received));
        return Encoding.UTF8.GetString(received.ToArray());
    }
}
