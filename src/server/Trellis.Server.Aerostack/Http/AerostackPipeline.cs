using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Http;

/// <summary>What all routes have in common: may the page call, who asks, how often, is the body JSON; then the route's handler.</summary>
internal sealed class AerostackPipeline(Authenticator authenticator, RequestLimits limits, CorsPolicy cors, TimeProvider time)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly Func<ReadOnlySpan<byte>, ArraySegment<byte>> Copy = static body =>
    {
        var copy = ArrayPool<byte>.Shared.Rent(body.Length);
        body.CopyTo(copy);
        return new ArraySegment<byte>(copy, 0, body.Length);
    };

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
        var body = await RequestBody.ReadAsync(call.Http, Copy);
        try
        {
            if (!TryParse(body, out var document, out var refusal))
            {
                await SendAsync(call.Http, refusal!, envelope);
                return;
            }

            using (document)
            {
                var whole = new AerostackCall
                {
                    Http = call.Http,
                    Caller = call.Caller,
                    Origin = call.Origin,
                    At = call.At,
                    RawBody = body,
                    Body = document?.RootElement ?? default,
                };
                await SendAsync(call.Http, await handler(whole), envelope);
            }
        }
        finally
        {
            // It may hold a password.
            ArrayPool<byte>.Shared.Return(body.Array!, clearArray: true);
        }
    }

    private static bool TryParse(ArraySegment<byte> body, out JsonDocument? document, out AerostackError? refusal)
    {
        (document, refusal) = (null, null);
        if (body.Count == 0)
            return true;

        try
        {
            if (!Utf8.IsValid(body))
                refusal = AerostackErrors.BadRequest("The body is not valid UTF-8.");
            else if ((document = JsonDocument.Parse(body.AsMemory(), Strict)).RootElement.ValueKind is not JsonValueKind.Object)
                refusal = AerostackErrors.BadRequest("The body must be a JSON object.");
        }
        catch (JsonException error)
        {
            // The message of the parser quotes the input; its position does not.
            refusal = AerostackErrors.BadRequest(
                $"The body is not valid JSON; the error is in line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. No member may be given twice.");
        }

        if (refusal is null)
            return true;

        document?.Dispose();
        return false;
    }
}
