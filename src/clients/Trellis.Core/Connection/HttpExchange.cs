using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>One attempt: a request, its response, and what they come to, as a value. Safe for concurrent use.</summary>
internal sealed class HttpExchange(
    ApiProtocol protocol,
    ClientOptions options,
    HttpMessageInvoker invoker,
    HookRunner hooks,
    ILogger logger,
    ExchangeInterceptor? interceptor = null)
{
    private readonly InterceptedSending? _intercepted = interceptor is null ? null : new(interceptor, invoker);

    /// <summary>Whether a caller's own client sends, which has its own version, headers and timeout.</summary>
    private bool IsCallersClient => invoker is HttpClient;

    public async ValueTask<Outcome<T>> RunAsync<T>(ApiOperation<T> operation, CallState call, CancellationToken cancellationToken)
    {
        using var deadline = AttemptDeadline.Start(options, options.TimeProvider.GetElapsedTime(call.Started), cancellationToken, call.Overrides?.AttemptTimeout);
        if (protocol.CorrelatesAttempts)
        {
            call.CorrelationId = protocol.NewCorrelationId();
            Correlation.BindUnlessBound(call.CorrelationId);
            Log.Attempting(logger, protocol.Name, call);
        }

        try
        {
            // Not disposed: that would dispose the body, which the next attempt sends again.
            var request = CreateRequest(call);
            hooks.Request(new(call.Method.Method, call.Path, call.CorrelationId, call.Attempt));
            var sent = options.TimeProvider.GetTimestamp();
            var (received, isDropped) = _intercepted is null
                ? (await call.Transfer.SendAsync(invoker, request, deadline.Token).ConfigureAwait(false), false)
                : await _intercepted.SendAsync(request, call, cancellationToken, deadline.Token).ConfigureAwait(false);
            if (call.KeepsOpen && protocol.IsSuccess(received, call))
            {
                Report(received, call, sent);
                return await OpenAsync<T>(call, received, deadline.Token).ConfigureAwait(false);
            }

            using var response = received;
            Report(response, call, sent);
            if (isDropped)
            {
                return Outcome<T>.Fail(await ReadFailureAsync(FailureKind.Dropped, call, response, deadline.Token).ConfigureAwait(false));
            }

            return call.Destination is not null && protocol.IsSuccess(response, call)
                ? await DeliverAsync<T>(call, response, deadline).ConfigureAwait(false)
                : await ReadAsync(operation, call, response, deadline.Token).ConfigureAwait(false);
        }
        catch (InterceptionException exception)
        {
            return Outcome<T>.Fail(new() { Kind = FailureKind.Intercepted, Cause = exception.InnerException });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception) when (deadline.Token.IsCancellationRequested)
        {
            return Outcome<T>.Fail(new() { Kind = FailureKind.Timeout, Timeout = deadline.Kind, TimeoutValue = deadline.Value, Cause = exception });
        }
        catch (OperationCanceledException exception)
        {
            // Neither the caller nor our clock: the handler's connect timeout, or the own timeout of a caller's HttpClient.
            var kind = IsCallersClient ? TimeoutKind.Attempt : TimeoutKind.Connect;
            var value = invoker is HttpClient client ? client.Timeout : options.ConnectTimeout;
            return Outcome<T>.Fail(new() { Kind = FailureKind.Timeout, Timeout = kind, TimeoutValue = value, Cause = exception });
        }
        catch (Exception exception) when (TransportFailure.Covers(exception) && !call.IsDelivering)
        {
            return Outcome<T>.Fail(TransportFailure.From(exception));
        }
    }

    private HttpRequestMessage CreateRequest(CallState call)
    {
        var request = new HttpRequestMessage(call.Method, call.Address) 
        {
            Content = call.Form is null ? call.Content : new MultipartFormContent(call.Form),
        };
        if (invoker is HttpClient client)
        {
            (request.Version, request.VersionPolicy) = (client.DefaultRequestVersion, client.DefaultVersionPolicy);
        }
        else
        {
            (request.Version, request.VersionPolicy) = (options.Http2 ? HttpVersion.Version20 : HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower);
            request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        if (!call.Transfer.SpeaksHttp2)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower);
        }

        request.Headers.TryAddWithoutValidation(HeaderNames.CorrelationId, call.CorrelationId);
        if (call.IdempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation(HeaderNames.IdempotencyKey, call.IdempotencyKey);
        }

        protocol.PrepareHeaders(request, call.Body.Span, call.Token);
        if (call.Overrides?.Headers is { } headers)
        {
            HeaderOverrides.Apply(headers, request);
        }

        return request;
    }

    private void Report(HttpResponseMessage response, CallState call, long sent)
    {
        var status = call.Status = (int)response.StatusCode;
        var elapsed = options.TimeProvider.GetElapsedTime(sent);
        var requestId = ResponseReader.Header(response, HeaderNames.RequestId) ?? ResponseReader.Header(response, "request-id");
        hooks.Response(new(call.Method.Method, call.Path, call.CorrelationId, call.Attempt, status, elapsed, requestId));
        Log.Exchanged(logger, protocol.Name, call, status, elapsed, requestId);
    }

    private async ValueTask<Outcome<T>> ReadAsync<T>(
        ApiOperation<T> operation, CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!protocol.IsSuccess(response, call))
        {
            return Outcome<T>.Fail(await ReadFailureAsync(FailureKind.Status, call, response, cancellationToken).ConfigureAwait(false));
        }

        var status = (int)response.StatusCode;
        using var buffer = new PooledBuffer(ResponseReader.UsualSize);
        var whole = await ResponseReader.ReadAsync(response, buffer, options.MaxResponseBytes, call.Transfer, cancellationToken).ConfigureAwait(false);
        interceptor?.Received(call, response, buffer.Memory);
        if (!whole)
        {
            var tooLarge = new InvalidDataException($"The response is larger than {options.MaxResponseBytes} bytes ({nameof(ClientOptions.MaxResponseBytes)}).");
            return Outcome<T>.Fail(StatusFailure(FailureKind.Content, response, null, tooLarge));
        }

        try
        {
            var value = protocol.Decode(buffer.Span, status, operation.ResponseType);
            if (call.KeepAnswer)
            {
                call.Answer = buffer.Span.ToArray();
            }

            return Outcome<T>.Success(value);
        }
        catch (JsonException exception)
        {
            var kind = JsonText.IsWellFormed(buffer.Span) ? FailureKind.Schema : FailureKind.Content;
            return Outcome<T>.Fail(StatusFailure(kind, response, buffer, exception));
        }
    }

    private async ValueTask<Outcome<T>> OpenAsync<T>(CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            interceptor?.Received(call, response, body: null);
            var body = await call.Transfer.OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);
            var opened = new OpenResponse(protocol, options, call.ToFailedCall(), call.Transfer, response, body);
            return Outcome<T>.Success((T)(object)opened);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async ValueTask<ApiFailure> ReadFailureAsync(
        FailureKind kind, CallState call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var buffer = new PooledBuffer(ResponseReader.UsualSize);
        await ResponseReader.ReadAsync(response, buffer, protocol.MaxErrorBytes, call.Transfer, cancellationToken).ConfigureAwait(false);
        interceptor?.Received(call, response, buffer.Memory);
        return StatusFailure(kind, response, buffer, null);
    }

    private async ValueTask<Outcome<T>> DeliverAsync<T>(CallState call, HttpResponseMessage response, AttemptDeadline deadline)
    {
        interceptor?.Received(call, response, body: null);
        using var buffer = new PooledBuffer(ResponseReader.DeliverySize);
        var stream = await call.Transfer.OpenAsync(response.Content, deadline.Token).ConfigureAwait(false);
        var total = response.Content.Headers.ContentLength;
        var delivered = 0L;
        while (true)
        {
            var read = await ResponseReader.ReadSomeAsync(stream, buffer, call.Transfer, deadline.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return Outcome<T>.Success(protocol.Delivered<T>(response, delivered));
            }

            buffer.Advance(read);
            call.HasDelivered = call.IsDelivering = true;
            await call.Transfer.WriteAsync(call.Destination!, buffer.Memory, deadline.Token).ConfigureAwait(false);
            call.IsDelivering = false;
            buffer.TrimEnd(read);
            delivered += read;
            call.Progress?.Report(new(delivered, total));
            deadline.Restart(options, options.TimeProvider.GetElapsedTime(call.Started));
        }
    }

    private ApiFailure StatusFailure(FailureKind kind, HttpResponseMessage response, PooledBuffer? body, Exception? cause) => new()
    {
        Kind = kind,
        Status = (int)response.StatusCode,
        Body = body?.Span[..Math.Min(body.Length, protocol.MaxErrorBytes)].ToArray(),
        Headers = ResponseReader.Headers(response),
        RetryAfter = RetryAfterParser.Parse(ResponseReader.Header(response, HeaderNames.RetryAfter), options.TimeProvider),
        Cause = cause,
    };
}
