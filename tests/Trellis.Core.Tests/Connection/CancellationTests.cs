using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

public sealed class CancellationTests
{
    private const string BeginningOfBody = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"text\":";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [BothForms]
    public async Task The_callers_token_ends_a_call_in_the_middle_of_the_body(Form form)
    {
        using var server = RawServer.Stalling(BeginningOfBody);
        using var cancellation = new CancellationTokenSource();
        using var client = new LoopbackClient(server.Url, options => options.Hooks.OnResponse = _ => cancellation.CancelAfter(50));
        var call = client.CallAsync(form, cancellationToken: cancellation.Token);
        (await Should.ThrowAsync<OperationCanceledException>(call.WaitAsync(Patience))).CancellationToken.ShouldBe(cancellation.Token);
    }

    [Theory]
    [BothForms]
    public async Task The_callers_token_ends_a_call_that_gets_no_answer(Form form)
    {
        using var server = RawServer.Stalling();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using var client = new LoopbackClient(server.Url);
        var call = client.CallAsync(form, cancellationToken: cancellation.Token);
        (await Should.ThrowAsync<OperationCanceledException>(call.WaitAsync(Patience))).CancellationToken.ShouldBe(cancellation.Token);
    }

    [Theory]
    [BothForms]
    public async Task A_token_that_is_cancelled_already_sends_nothing(Form form)
    {
        var requests = 0;
        using var server = new RawServer((_, _) => Interlocked.Increment(ref requests));
        using var client = new LoopbackClient(server.Url);
        await Should.ThrowAsync<OperationCanceledException>(() => client.CallAsync(form, cancellationToken: new CancellationToken(canceled: true)));
        requests.ShouldBe(0);
    }

    [Theory]
    [BothForms]
    public async Task A_call_that_was_cancelled_leaves_the_client_usable(Form form)
    {
        var stalls = true;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            if (stalls)
            {
                await context.Response.Body.FlushAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            }

            await LoopbackServer.ReplyAsync(context, "ok");
        });
        using var cancellation = new CancellationTokenSource();
        using var client = new LoopbackClient(server.Url, options => options.Hooks.OnResponse = _ => cancellation.Cancel());
        await Should.ThrowAsync<OperationCanceledException>(() => client.CallAsync(form, cancellationToken: cancellation.Token));
        stalls = false;
        (await client.CallAsync(form)).Text.ShouldBe("ok");
    }
}
