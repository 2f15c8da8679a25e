namespace Trellis;

/// <summary>Sends a request under the eyes of an interceptor. Safe for concurrent use.</summary>
internal sealed class InterceptedSending(ExchangeInterceptor interceptor, HttpMessageInvoker invoker)
{
    /// <summary>Sends the request, and lets the interceptor have its say before and after.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="callers">The caller's token: whoever gives up himself is not intercepted.</param>
    /// <param name="attempt">The token of the attempt.</param>
    /// <returns>The response to go on with, and whether the interceptor took it away without giving another.</returns>
    /// <exception cref="InterceptionException">The interceptor ended the call.</exception>
    public async ValueTask<(HttpResponseMessage Response, bool IsDropped)> SendAsync(
        HttpRequestMessage request, CallState call, CancellationToken callers, CancellationToken attempt)
    {
        var isSending = false;
        HttpResponseMessage response;
        try
        {
            request = interceptor.BeforeRequest(call, request);
            isSending = true;
            response = await call.Transfer.SendAsync(invoker, request, attempt).ConfigureAwait(false);
        }
        catch (Exception exception) when (!callers.IsCancellationRequested)
        {
            var (replacement, error) = Guard(() => interceptor.AfterError(call, null, exception));
            if (isSending && ReferenceEquals(error, exception))
            {
                throw;
            }

            return error is null && replacement is not null
                ? (replacement, false)
                : throw new InterceptionException(error ?? interceptor.CreateNoResponseException());
        }

        return (int)response.StatusCode < 400
            ? (Guard(() => interceptor.AfterSuccess(call, response)), false)
            : Settle(response, Guard(() => interceptor.AfterError(call, response, null)));
    }

    private static (HttpResponseMessage Response, bool IsDropped) Settle(
        HttpResponseMessage response, (HttpResponseMessage? Response, Exception? Error) verdict)
    {
        if (verdict.Error is not null)
        {
            response.Dispose();
            throw new InterceptionException(verdict.Error);
        }

        if (verdict.Response is { } other && !ReferenceEquals(other, response))
        {
            response.Dispose();
        }

        return (verdict.Response ?? response, verdict.Response is null);
    }

    private static T Guard<T>(Func<T> intercept)
    {
        try
        {
            return intercept();
        }
        catch (Exception exception)
        {
            throw new InterceptionException(exception);
        }
    }
}
