using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Aerostack.Ai;

/// <summary>
/// Sends what came of a chat as this platform does (contract, sections 2.2.9 and 2.2.10), and has the bill settled before the caller can hold the
/// answer complete. A caller who hangs up early is nothing out of the ordinary.
/// </summary>
internal static class ChatRelay
{
    /// <summary>Sends a result.</summary>
    /// <param name="response">Not started yet.</param>
    /// <param name="result">What came of the chat. A stream is disposed.</param>
    /// <param name="settle">Makes the bill durable; called once.</param>
    public static async ValueTask<JsonAnswer> SendAsync(HttpResponse response, ChatResult result, Func<TokenUsage, ValueTask> settle)
    {
        switch (result)
        {
            case ChatAnswer answer:
                await settle(answer.Usage);
                return new ChatAnswerUnion(answer.Json);
            case ChatStream stream:
                await using (stream)
                    return await RelayAsync(response, stream, settle);
            default:
                await settle(TokenUsage.None);
                return ErrorOf((ChatFailure)result);
        }
    }

    private static async ValueTask<JsonAnswer> RelayAsync(HttpResponse response, ChatStream stream, Func<TokenUsage, ValueTask> settle)
    {
        var isThere = false;
        try
        {
            isThere = await TryRelayAsync(response, stream);
        }
        finally
        {
            await settle(stream.Usage);
        }

        if (stream.Failure is { } failure && !response.HasStarted)
            return ErrorOf(failure);
        if (isThere)
            await TrySendAsync(response, stream.FinalEvent);
        return Answer.Sent;
    }

    private static async ValueTask<bool> TryRelayAsync(HttpResponse response, ChatStream stream)
    {
        try
        {
            await foreach (var piece in stream.ReadAsync(response.HttpContext.RequestAborted))
            {
                if (!await TrySendAsync(response, piece))
                    return false;
            }

            return true;
        }
        catch (OperationCanceledException) when (response.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async ValueTask<bool> TrySendAsync(HttpResponse response, ReadOnlyMemory<byte> bytes)
    {
        var aborted = response.HttpContext.RequestAborted;
        try
        {
            if (!response.HasStarted)
            {
                response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
                response.ContentType = "text/event-stream";
                response.Headers.CacheControl = "no-cache";
                response.Headers["X-Accel-Buffering"] = "no";
            }

            await response.Body.WriteAsync(bytes, aborted);
            await response.Body.FlushAsync(aborted);
            return true;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && aborted.IsCancellationRequested)
        {
            return false;
        }
    }

    private static AerostackError ErrorOf(ChatFailure failure) => UpstreamErrors.Of(failure.Error, failure.RetryAfter);
}
