using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Trellis.Server.Kernel.Events;

/// <summary>Sends events as <c>text/event-stream</c>, each as soon as it is there.</summary>
public static class EventResponse
{
    /// <summary>Sends until the reader hangs up, lags too far behind, or the server stops.</summary>
    /// <param name="context">The request; its response has not begun.</param>
    /// <param name="subscription">What to send. Left to the caller to dispose.</param>
    /// <param name="options">How.</param>
    /// <param name="time">The clock of the keep-alive.</param>
    /// <param name="stopping">The server stops: the response ends.</param>
    public static async Task SendAsync(
        HttpContext context, EventSubscription subscription, EventResponseOptions options, TimeProvider time, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, subscription.Cut, stopping);
        try
        {
            await SendAsync(Begin(context), subscription, options, time, end.Token);
        }
        catch (Exception error) when (end.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            // The reader is gone, or is to go: nothing is wrong with the request.
        }

        // Whoever lags behind does not take the end of the response either.
        if (subscription.Cut.IsCancellationRequested)
            context.Abort();
    }

    private static PipeWriter Begin(HttpContext context)
    {
        var response = context.Response;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        return response.BodyWriter;
    }

    private static async Task SendAsync(
        PipeWriter output, EventSubscription subscription, EventResponseOptions options, TimeProvider time, CancellationToken end)
    {
        // This flush carries the headers: a reader knows that it is connected before anything happens.
        output.Write(EventText.Retry(options.Retry));
        await output.FlushAsync(end);

        output.Write(options.Opening.Span);
        foreach (var frame in subscription.Missed)
            output.Write(frame.Bytes.Span);
        await output.FlushAsync(end);

        await using var silence = time.CreateTimer(
            _ => subscription.OfferKeepAlive(options.KeepAlive), null, options.KeepAliveInterval, Timeout.InfiniteTimeSpan);
        while (await subscription.Queue.WaitToReadAsync(end))
        {
            while (subscription.Queue.TryRead(out var bytes))
                output.Write(bytes.Span);
            await output.FlushAsync(end);
            silence.Change(options.KeepAliveInterval, Timeout.InfiniteTimeSpan);
        }
    }
}
