using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trellis.TestInfrastructure.Http;

/// <summary>Somebody who is called: a real web server on a free loopback port that keeps what it receives.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public Uri Url => new($"{_app.Urls.Single()}/hook");

    /// <summary>How it answers.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    /// <summary>How many requests nobody has looked at yet.</summary>
    public int Waiting => _received.Reader.Count;

    /// <summary>Starts one that answers 200.</summary>
    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Answers with a status and a body from now on.</summary>
    public void AnswerWith(int status, string body = "") => Answer = context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    /// <summary>The next request; waits for it.</summary>
    public async Task<Received> NextAsync(CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return await _received.Reader.ReadAsync(patience.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _received.Writer.TryWrite(new Received(context.Request.Method, context.Request.Path, headers, body));
        await Answer(context);
    }
}
