using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Http;

/// <summary>What all routes have in common: how often, may the page call, who asks, is the body JSON; then the route's handler.</summary>
internal sealed class AkshiPipeline(Authenticator authenticator, RequestLimits limits, CorsPolicy cors, HttpDurations durations, TimeProvider time)
{
    private const string JsonType = "application/json";
    private const int ClientClosedRequest = 499;
    private const string EventStreamType = "text/event-stream";

    /// <summary>Answers a request, and measures how long that took.</summary>
    public async Task RunAsync(HttpContext context, AkshiHandler handler, RouteRules rules)
    {
        var started = time.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await AnswerAsync(context, handler, rules);
            status = context.Response.StatusCode;
        }
        catch (BadHttpRequestException error)
        {
            status = error.StatusCode;
            throw;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            status = ClientClosedRequest;
            throw;
        }
        finally
        {
            if (context.Response.ContentType != EventStreamType)
                durations.Observe(context, status, time.GetElapsedTime(started));
        }
    }

    private async Task AnswerAsync(HttpContext context, AkshiHandler handler, RouteRules rules)
    {
        var at = time.GetUtcNow();
        cors.Apply(context);
        var refusal = limits.Take(context, at);
        var caller = Caller.Nobody;
        if (refusal is null)
            (caller, refusal) = await authenticator.AuthenticateAsync(context, rules.Access);
        if (refusal is not null)
        {
            await SendAsync(context, refusal);
            return;
        }

        var call = new AkshiCall { Http = context, Caller = caller, Origin = RequestOrigin.Of(context), At = at };
        RequestBody.Limit(context, rules.LongestBody);
        if (rules.ReadsBody || HttpMethods.IsGet(context.Request.Method))
            await SendAsync(context, await handler(call));
        else
            await RunWithBodyAsync(call, handler, rules);
    }

    private static Task SendAsync(HttpContext context, JsonAnswer answer) =>
        ReferenceEquals(answer, Answer.Sent) ? Task.CompletedTask : JsonResponse.WriteAsync(context.Response, answer);

    private static async Task RunWithBodyAsync(AkshiCall call, AkshiHandler handler, RouteRules rules)
    {
        using var body = await JsonObjectBody.ReadAsync(call.Http, rules.TakesArray);
        if (!body.Bytes.IsEmpty && !IsJson(call.Http.Request.ContentType))
            await SendAsync(call.Http, AkshiErrors.NotJson($"Send the body as '{JsonType}'."));
        else if (body.Fault is { } fault)
            await SendAsync(call.Http, AkshiErrors.BadRequest(fault, ErrorCodes.InvalidJson));
        else
            await SendAsync(call.Http, await handler(WithBody(call, body)));
    }

    private static AkshiCall WithBody(AkshiCall call, JsonObjectBody body) => new()
    {
        Http = call.Http,
        Caller = call.Caller,
        Origin = call.Origin,
        At = call.At,
        Body = body.Root,
    };

    // A body without a type is taken for what it must be.
    private static bool IsJson(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || contentType.AsSpan().Trim().StartsWith(JsonType, StringComparison.OrdinalIgnoreCase);
}
