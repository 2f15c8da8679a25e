using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Tests.Models;

namespace Trellis.Server.Kernel.Tests.Webhooks;

/// <summary>Somebody who listens: a real web server that keeps what it receives.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private readonly TestServer _server;

    private Receiver(TestServer server) => _server = server;

    public Uri Url => new(_server.Url, "/hook");

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    public int Waiting => _received.Reader.Count;

    public static async Task<Receiver> StartAsync()
    {
        Receiver? receiver = null;
        receiver = new Receiver(await TestServer.StartAsync(context => receiver!.ReceiveAsync(context)));
        return receiver;
    }

    public void AnswerWith(int status, string body = "") => Answer = context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    public async Task<Received> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _received.Writer.TryWrite(new Received(context.Request.Method, context.Request.Path, headers, body));
        await Answer(context);
    }
}
