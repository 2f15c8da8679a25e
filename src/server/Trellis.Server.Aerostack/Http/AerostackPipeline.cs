using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Http;

/// <summary>What all routes have in common: may the page call, who asks, how often, is the body JSON; then the route's handler.</summary>
internal sealed class AerostackPipeline(Authenticator authenticator, RequestLimits limits, CorsPolicy cors, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    public async Task RunAsync(HttpContext context, AerostackHandler handler, RouteRules rules, ErrorEnvelope envelope)
    {
        cors.Apply(context);
        var at = time.GetUtcNow();
        var (caller, refusal) = await authenticator.AuthenticateAsync(context, rules.Access);
        refusal ??= limits.Take(caller, rules);
        if (refusal is not null)
        {
            await SendAsync(context, refusal, envelope);
            return;
        }

        var call = new AerostackCall { Http = context, Caller = caller, Origin = RequestOrigin.Of(context), At = at };
        if (rules.ReadsBody || HttpMethods.IsGet(context.Request.Method))
            await SendAsync(context, await handler(call), envelope);
        else
            await RunWithBodyAsync(call, handler, envelope);
    }

    private static Task SendAsync(HttpContext context, JsonAnswer answer, ErrorEnvelope envelope) =>
        ReferenceEquals(answer, Answer.Sent)
            ? Task.CompletedTask
            : JsonResponse.WriteAsync(context.Response, answer is AerostackError error ? error.For(envelope) : answer);

    private static async Task RunWithBodyAsync(AerostackCall call, AerostackHandler handler, ErrorEnvelope envelope)
    {
        using var body = await JsonObjectBody.ReadAsync(call.Http);
        var answer = body.Fault is { } fault ? AerostackErrors.BadRequest(fault) : await handler(WithBody(call, body));
        await SendAsync(call.Http, answer, envelope);
    }

    private static AerostackCall WithBody(AerostackCall call, JsonObjectBody body) => new()
    {
        Http = call.Http,
        Caller = call.Caller,
        Origin = call.Origin,
        At = call.At,
        RawBody = body.Bytes,
        Body = body.Root,
    };
}
