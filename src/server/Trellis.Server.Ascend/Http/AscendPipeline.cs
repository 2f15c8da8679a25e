using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Http;

/// <summary>
/// What all routes have in common, in the contract's order (section 6.1): who asks, how often, is the body JSON, do the checks of the
/// request as a whole pass; then the route's handler.
/// </summary>
internal sealed class AscendPipeline(Authenticator authenticator, RequestLimits limits, IEnumerable<IRequestCheck> checks, TimeProvider time)
{
    private readonly IRequestCheck[] _checks = [.. checks];

    /// <summary>Answers a request.</summary>
    public async Task RunAsync(HttpContext context, AscendHandler handler, RouteRules rules)
    {
        var at = time.GetUtcNow();
        var origin = RequestOrigin.Of(context);
        var (caller, refusal) = await authenticator.AuthenticateAsync(context, rules);
        refusal ??= limits.Take(context, caller, rules);
        var answer = refusal ?? await WithBodyAsync(context, caller, origin, at, handler, rules);
        if (answer is not null)
            await SendAsync(context, answer, origin, at);
    }

    private static Task SendAsync(HttpContext context, JsonAnswer answer, RequestOrigin origin, DateTimeOffset at) =>
        ReferenceEquals(answer, Answer.Sent)
            ? Task.CompletedTask
            : JsonResponse.WriteAsync(context.Response, answer is AscendError error ? error.For(origin.CorrelationId, at) : answer);

    /// <returns>What is left to send; null when it has been sent.</returns>
    private async Task<JsonAnswer?> WithBodyAsync(
        HttpContext context, Caller caller, RequestOrigin origin, DateTimeOffset at, AscendHandler handler, RouteRules rules)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var reading = new AscendCall { Http = context, Caller = caller, Origin = origin, At = at };
            return await CheckAsync(reading, rules) ?? await handler(reading);
        }

        RequestBody.Limit(context, rules.LongestBody);
        using var body = await JsonObjectBody.ReadAsync(context);
        if (body.Fault is { } fault)
            return AscendErrors.NotJson(fault);

        var call = new AscendCall { Http = context, Caller = caller, Origin = origin, At = at, RawBody = body.Bytes, Body = body.Root };
        await SendAsync(context, await CheckAsync(call, rules) ?? await handler(call), origin, at);
        return null;
    }

    private async ValueTask<JsonAnswer?> CheckAsync(AscendCall call, RouteRules rules)
    {
        foreach (var check in _checks)
        {
            if (await check.CheckAsync(call, rules) is { } refusal)
                return refusal;
        }

        return null;
    }
}
