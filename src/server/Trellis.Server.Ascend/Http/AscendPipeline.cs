using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Http;

/// <summary>
/// What all routes have in common, in the contract's order (section 6.1): who asks, how often, is the body JSON, do the checks of the
/// request as a whole pass; then the route's handler.
/// </summary>
internal sealed class AscendPipeline(Authenticator authenticator, RequestLimits limits, IEnumerable<IRequestCheck> checks, TimeProvider time)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly Func<ReadOnlySpan<byte>, ArraySegment<byte>> Copy = static body =>
    {
        var copy = ArrayPool<byte>.Shared.Rent(body.Length);
        body.CopyTo(copy);
        return new ArraySegment<byte>(copy, 0, body.Length);
    };

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
        var body = await RequestBody.ReadAsync(context, Copy);
        try
        {
            if (!TryParse(body, out var document, out var refusal))
                return refusal;

            using (document)
            {
                var call = new AscendCall
                {
                    Http = context,
                    Caller = caller,
                    Origin = origin,
                    At = at,
                    RawBody = body,
                    Body = document?.RootElement ?? default,
                };
                await SendAsync(context, await CheckAsync(call, rules) ?? await handler(call), origin, at);
                return null;
            }
        }
        finally
        {
            // It may hold a secret.
            ArrayPool<byte>.Shared.Return(body.Array!, clearArray: true);
        }
    }

    private static bool TryParse(ArraySegment<byte> body, out JsonDocument? document, out AscendError? refusal)
    {
        (document, refusal) = (null, null);
        if (body.Count == 0)
            return true;

        try
        {
            if (!Utf8.IsValid(body))
                refusal = AscendErrors.NotJson("The body is not valid UTF-8.");
            else if ((document = JsonDocument.Parse(body.AsMemory(), Strict)).RootElement.ValueKind is not JsonValueKind.Object)
                refusal = AscendErrors.NotJson("The body must be a JSON object.");
        }
        catch (JsonException error)
        {
            // The message of the parser quotes the input; its position does not.
            refusal = AscendErrors.NotJson(
                $"The body is not valid JSON; the error is in line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. No member may be given twice.");
        }

        if (refusal is null)
            return true;

        document?.Dispose();
        return false;
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
