using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Faults;

/// <summary>Lets faults befall requests, as the injector decides.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultInjector injector, TimeProvider time)
{
    private const string Marker = "x-trellis-fault";

    // Whoever operates the server must be able to end the faults.
    public Task InvokeAsync(HttpContext context) =>
        OperatorRequest.Of(context) is null
        && injector.Next(context.Request.Method, context.Request.Path.Value ?? "", out var index) is { } rule
            ? BefallAsync(context, rule, index)
            : next(context);

    private async Task BefallAsync(HttpContext context, FaultRule rule, int index)
    {
        if (rule.Latency > TimeSpan.Zero && !await WaitAsync(rule.Latency, context.RequestAborted))
        {
            return;
        }

        context.Response.Headers[Marker] = index.ToString(CultureInfo.InvariantCulture);
        await (rule switch
        {
            { Status: { } status } => AnswerAsync(context, rule, status),
            { LoseResponse: true } => LoseAsync(context),
            { CutAfterBytes: { } bytes } => CutAsync(context, index, bytes),
            _ => next(context),
        });
    }

    private async Task<bool> WaitAsync(TimeSpan latency, CancellationToken aborted)
    {
        try
        {
            await Task.Delay(latency, time, aborted);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task AnswerAsync(HttpContext context, FaultRule rule, int status)
    {
        context.Response.StatusCode = status;
        if (rule.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(rule.Body ?? FaultRule.DefaultBody);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task LoseAsync(HttpContext context)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(original);
            context.Abort();
        }
    }

    private async Task CutAsync(HttpContext context, int index, long bytes)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var aborted = context.RequestAborted;
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var cut = new CutStream(body.Stream, bytes, hangUp.Cancel);
        var cutBody = new StreamResponseBodyFeature(cut, body);
        context.Features.Set<IHttpResponseBodyFeature>(cutBody);

        // To the handler a cut looks as if the caller had hung up.
        context.RequestAborted = hangUp.Token;
        try
        {
            await next(context);
            await cutBody.CompleteAsync();
        }
        catch (OperationCanceledException) when (cut.IsCut)
        {
        }
        finally
        {
            context.Features.Set(body);
            context.RequestAborted = aborted;
        }

        if (cut.IsCut)
        {
            throw new FaultInjectedException(index, bytes);
        }
    }
}
