using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Trellis.Server.Kernel.Models;

/// <summary>Sends a <see cref="ChatResult"/> to the caller, and has its bill settled before the caller can hold the answer complete.</summary>
public static class ChatResponseWriter
{
    /// <summary>
    /// Sends <paramref name="result"/>. <paramref name="settle"/> is called exactly once: before the first byte of a plain answer or a
    /// failure, and before the last event of a stream; also when the caller hangs up midway. A stream whose upstream fails before its
    /// first event is answered with the failure's own status, later with an error event.
    /// </summary>
    /// <param name="response">The response, not started. Its request's abortion ends a stream early and is not an error.</param>
    /// <param name="result">What to send. A stream is disposed.</param>
    /// <param name="settle">
    /// Makes the bill durable. If it throws, the answer is not completed and the exception reaches the caller of this method.
    /// </param>
    public static Task WriteAsync(HttpResponse response, ChatResult result, Func<TokenUsage, ValueTask> settle)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(settle);
        return result switch
        {
            ChatAnswer answer => WriteAnswerAsync(response, answer, settle),
            ChatStream stream => WriteStreamAsync(response, stream, settle),
            ChatFailure failure => WriteFailureAsync(response, failure, TokenUsage.None, settle),
            _ => throw new ArgumentException("A chat result is an answer, a stream or a failure.", nameof(result)),
        };
    }

    private static async Task WriteAnswerAsync(HttpResponse response, ChatAnswer answer, Func<TokenUsage, ValueTask> settle)
    {
        await settle(answer.Usage);
        response.ContentType = "application/json";
        response.ContentLength = answer.Json.Length;
        await SendAsync(response, answer.Json);
    }

    private static async Task WriteFailureAsync(
        HttpResponse response, ChatFailure failure, TokenUsage usage, Func<TokenUsage, ValueTask> settle)
    {
        await settle(usage);
        if (failure.RetryAfter is { } delay)
        {
            response.Headers.RetryAfter = ((long)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        try
        {
            await failure.Error.WriteAsync(response, response.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (IsHangUp(response, exception))
        {
        }
    }

    private static async Task WriteStreamAsync(HttpResponse response, ChatStream stream, Func<TokenUsage, ValueTask> settle)
    {
        await using (stream)
        {
            bool callerIsThere;
            try
            {
                callerIsThere = await RelayAsync(response, stream);
            }
            catch
            {
                await settle(stream.Usage);
                throw;
            }

            if (stream.Failure is { } failure && !response.HasStarted)
            {
                await WriteFailureAsync(response, failure, stream.Usage, settle);
                return;
            }

            await settle(stream.Usage);
            if (callerIsThere)
            {
                StartStream(response);
                await SendAsync(response, stream.FinalEvent);
            }
        }
    }

    private static async Task<bool> RelayAsync(HttpResponse response, ChatStream stream)
    {
        var aborted = response.HttpContext.RequestAborted;
        try
        {
            await foreach (var piece in stream.ReadAsync(aborted))
            {
                StartStream(response);
                await response.Body.WriteAsync(piece, aborted);
                await response.Body.FlushAsync(aborted);
            }

            return true;
        }
        catch (Exception exception) when (IsHangUp(response, exception))
        {
            return false;
        }
    }

    private static void StartStream(HttpResponse response)
    {
        if (response.HasStarted)
        {
            return;
        }

        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";

        // Reverse proxies such as nginx collect a response unless told not to.
        response.Headers["X-Accel-Buffering"] = "no";
    }

    private static async Task SendAsync(HttpResponse response, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (IsHangUp(response, exception))
        {
        }
    }

    private static bool IsHangUp(HttpResponse response, Exception exception) =>
        exception is OperationCanceledException or IOException && response.HttpContext.RequestAborted.IsCancellationRequested;
}
