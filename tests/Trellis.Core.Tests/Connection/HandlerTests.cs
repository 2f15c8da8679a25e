using System.Net;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

/// <summary>What the client's own HTTP stack does and does not do of its own accord.</summary>
[Collection(nameof(WholeProcessCollection))]
public sealed class HandlerTests
{
    [Theory]
    [BothForms]
    public async Task A_redirect_is_not_followed(Form form)
    {
        var requests = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref requests);
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var client = new LoopbackClient(server.Url);
        (await client.FailAsync(form)).Status.ShouldBe(307);
        requests.ShouldBe(1);
    }

    [Theory]
    [BothForms]
    public async Task A_cookie_is_not_kept(Form form)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=1";
            return LoopbackServer.ReplyAsync(context, $"{context.Request.Headers.Cookie}");
        });
        using var client = new LoopbackClient(server.Url);
        await client.CallAsync(form);
        (await client.CallAsync(form)).Text.ShouldBe("");
    }

    [Fact]
    public void The_proxy_is_the_one_of_the_environment()
    {
        using var handler = HttpInvokerFactory.CreateHandler(new LoopbackClientOptions());
        handler.UseProxy.ShouldBeTrue();
        handler.Proxy.ShouldBeNull();
    }

    [Fact]
    public void The_rest_of_a_body_that_nobody_wants_is_not_waited_for()
    {
        using var handler = HttpInvokerFactory.CreateHandler(new LoopbackClientOptions());
        handler.ResponseDrainTimeout.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [BothForms]
    public async Task Requests_go_through_the_process_wide_proxy(Form form)
    {
        await using var proxy = await LoopbackServer.StartAsync(context => LoopbackServer.ReplyAsync(context, $"proxied {context.Request.Host}"));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Url);
        try
        {
            using var client = new LoopbackClient(new Uri("http://api.test"));
            (await client.CallAsync(form)).Text.ShouldBe("proxied api.test");
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Theory]
    [BothForms]
    public async Task A_callers_client_outlives_ours(Form form)
    {
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.ReplyAsync(context, "ok"));
        using var http = new HttpClient();
        using (var client = new LoopbackClient(server.Url, invoker: http))
        {
            await client.CallAsync(form);
        }

        (await http.GetStringAsync(server.Url)).ShouldContain("ok");
    }

    [Theory]
    [BothForms]
    public async Task A_disposed_client_says_so(Form form)
    {
        var client = new LoopbackClient(new Uri("http://127.0.0.1"));
        client.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => client.CallAsync(form));
    }
}
