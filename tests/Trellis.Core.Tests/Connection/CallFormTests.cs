using Microsoft.AspNetCore.Http;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

public sealed class CallFormTests
{
    [Theory]
    [BothForms]
    public async Task A_call_sends_its_body_and_headers_and_reads_the_answer(Form form)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers;
            await LoopbackServer.ReplyAsync(
                context, $"{body.Length} {headers.Authorization} {headers.UserAgent} {headers.Accept} {headers.ContentType} {context.Request.Path}");
        });
        using var client = new LoopbackClient(new Uri(server.Url, "base"));
        var reply = await client.CallAsync(form, "/echo", LoopbackClient.Body("hello"));
        reply.Text.ShouldBe("16 Bearer token loopback/1 application/json application/json /base/echo");
    }

    [Fact]
    public async Task Two_hundred_calls_at_once_each_get_their_own_answer()
    {
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.ReplyAsync(context, context.Request.QueryString.Value!));
        using var client = new LoopbackClient(server.Url);
        var calls = Enumerable.Range(0, 200).Select(number => client.CallAsync(Form.Asynchronous, $"/?{number}"));
        (await Task.WhenAll(calls)).Select(reply => reply.Text).ShouldBe(Enumerable.Range(0, 200).Select(number => $"?{number}"));
    }

    [Fact]
    public void The_synchronous_form_asks_the_handler_synchronously()
    {
        using var invoker = new HttpMessageInvoker(new SynchronousHandler());
        using var client = new LoopbackClient(new Uri("http://127.0.0.1"), invoker: invoker);
        client.Call(body: LoopbackClient.Body("x")).Text.ShouldBe("sync");
    }

    [Theory]
    [BothForms]
    public async Task An_answer_of_several_megabytes_arrives_whole(Form form)
    {
        var text = string.Concat(Enumerable.Repeat("0123456789", 400_000));
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.ReplyAsync(context, text));
        using var client = new LoopbackClient(server.Url);
        (await client.CallAsync(form)).Text.ShouldBe(text);
    }

    [Theory]
    [BothForms]
    public async Task A_failed_attempt_is_followed_by_another_on_the_same_terms(Form form)
    {
        var attempts = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            context.Response.StatusCode = Interlocked.Increment(ref attempts) < 3 ? 503 : 200;
            await LoopbackServer.ReplyAsync(context, $"{attempts} {body.Length}");
        });
        using var client = new LoopbackClient(server.Url, options => options.MaxAttempts = 3);
        (await client.CallAsync(form, body: LoopbackClient.Body("hello"))).Text.ShouldBe("3 16");
    }

    private sealed class SynchronousHandler : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content!.CopyTo(Stream.Null, null, cancellationToken);
            return new HttpResponseMessage { Content = new SynchronousContent() };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The synchronous form must not come here.");
    }

    private sealed class SynchronousContent : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new MemoryStream("""{"text":"sync"}"""u8.ToArray());

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new InvalidOperationException("The synchronous form must not come here.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
