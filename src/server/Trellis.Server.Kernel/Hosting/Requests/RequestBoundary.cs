using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>
/// The outermost step of every request: gives it an id, and turns whatever no route has answered (unknown routes, wrong methods, broken
/// requests, exceptions) into the error body of the platform that was asked, and shows the request to who observes the server. One step instead
/// of several, because it runs on each request.
/// </summary>
internal sealed class RequestBoundary(RequestDelegate next, ErrorFormatTable formats, RequestTelemetry telemetry, TimeProvider time, ILogger logger)
{
    private const int ClientClosedRequest = 499;

    public Task InvokeAsync(HttpContext context)
    {
        RequestIds.Assign(context);
        return telemetry.IsObserved ? ObserveAsync(context) : AnswerAsync(context);
    }

    private async Task ObserveAsync(HttpContext context)
    {
        using var observation = telemetry.Start(context);
        try
        {
            await AnswerAsync(context);
        }
        catch (Exception error)
        {
            observation.Failed(error);
            throw;
        }
    }

    private Task AnswerAsync(HttpContext context) => logger.IsEnabled(LogLevel.Debug) ? TimeAsync(context) : GuardAsync(context);

    private async Task TimeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await GuardAsync(context);
        }
        finally
        {
            HostingLog.RequestAnswered(
                logger,
                context.Request.Method,
                context.Request.Path.ToUriComponent(),
                context.Response.StatusCode,
                time.GetElapsedTime(started).TotalMilliseconds,
                context.TraceIdentifier);
        }
    }

    private async Task GuardAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // An exception after the answer has begun is the web server's: it closes the connection, which alone tells the caller that the
            // body is not whole.
            await AnswerExceptionAsync(context, error);
            return;
        }

        var response = context.Response;
        if (response.StatusCode >= StatusCodes.Status400BadRequest && !response.HasStarted && response.ContentType is null)
            await WriteAsync(context, response.StatusCode);
    }

    private Task AnswerExceptionAsync(HttpContext context, Exception error)
    {
        if (context.RequestAborted.IsCancellationRequested && error is (OperationCanceledException or IOException) and not BadHttpRequestException)
        {
            context.Response.StatusCode = ClientClosedRequest;
            return Task.CompletedTask;
        }

        var status = error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            StoreException { Failure: StoreFailure.Unavailable } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

        if (status >= StatusCodes.Status500InternalServerError)
            HostingLog.RequestFailed(logger, error, context.Request.Method, context.Request.Path.ToUriComponent(), context.TraceIdentifier);

        context.Response.Clear();
        RequestIds.Announce(context);
        return WriteAsync(context, status);
    }

    private async Task WriteAsync(HttpContext context, int status)
    {
        var body = new ArrayBufferWriter<byte>();
        var format = formats.For(context.Request.Path, context.GetEndpoint()?.Metadata.GetMetadata<EndpointPlatform>());
        format.Write(body, new RequestError(status, Describe(context, status), context.TraceIdentifier, time.GetUtcNow()));

        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static string Describe(HttpContext context, int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not well-formed HTTP.",
        StatusCodes.Status404NotFound => "Not Found",
        StatusCodes.Status405MethodNotAllowed => "Method Not Allowed",
        StatusCodes.Status408RequestTimeout => "The request arrived too slowly.",
        StatusCodes.Status413PayloadTooLarge => DescribeLimit(context),
        StatusCodes.Status415UnsupportedMediaType => "Unsupported Media Type",
        StatusCodes.Status500InternalServerError => "Internal Server Error",
        StatusCodes.Status503ServiceUnavailable => "The store cannot be reached at the moment.",
        _ => string.Create(CultureInfo.InvariantCulture, $"The request was answered with status {status}."),
    };

    private static string DescribeLimit(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $"The request body is larger than the limit of {limit} bytes.")
            : "The request body is too large.";
}
