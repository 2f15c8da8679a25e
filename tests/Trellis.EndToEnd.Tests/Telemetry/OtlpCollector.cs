using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Telemetry;

/// <summary>A collector that takes OTLP over HTTP and keeps the messages as they came.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly Channel<(string Path, string? ContentType, byte[] Message)> _received = Channel.CreateUnbounded<(string, string?, byte[])>();
    private readonly WebApplication _application;

    private OtlpCollector(WebApplication application) => _application = application;

    /// <summary>What <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names.</summary>
    public string Endpoint => _application.Urls.Single();

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var collector = new OtlpCollector(builder.Build());
        collector._application.Urls.Add("http://127.0.0.1:0");
        collector._application.Run(collector.ReceiveAsync);
        await collector._application.StartAsync();
        return collector;
    }

    /// <summary>Waits for a message of a signal that has some bytes in it.</summary>
    public async Task<byte[]> NextAsync(string path, byte[] part)
    {
        using var patience = new CancellationTokenSource(Patience.Long);
        await foreach (var (receivedAt, contentType, message) in _received.Reader.ReadAllAsync(patience.Token))
        {
            contentType.ShouldBe("application/x-protobuf");
            if (receivedAt == path && message.AsSpan().IndexOf(part) >= 0)
                return message;
        }

        throw new InvalidOperationException("The collector has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var message = new MemoryStream();
        await context.Request.Body.CopyToAsync(message, context.RequestAborted);
        _received.Writer.TryWrite((context.Request.Path, context.Request.ContentType, message.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
