using System.Net.Http.Headers;
using System.Text.Json;

namespace Trellis.Server.Kernel.Models;

/// <summary>Turns an upstream's answer that is no success into a failure for the caller.</summary>
internal sealed class UpstreamRefusal(UpstreamFailures failures, UpstreamCredential? credential, TimeProvider time)
{
    /// <summary>The most bytes of an error body that are read.</summary>
    public const int BodyLimit = 64 * 1024;

    private const int LongestText = 4096;

    /// <summary>
    /// 400 and its kin concern the caller's request and keep their status, as does 429 for a rate. What concerns the server's own access
    /// (401, 402, 403, 407, a spent quota, an address that leads nowhere) becomes 502; so does every other answer but 503 and 504.
    /// </summary>
    public ChatFailure Read(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = (int)response.StatusCode;
        var retryAfter = ReadRetryAfter(response.Headers.RetryAfter);
        var error = ReadError(status, body);
        return status switch
        {
            401 or 402 or 403 or 407 => failures.AccessRefused(),
            429 when error?.Code is "insufficient_quota" => failures.QuotaSpent(),
            404 or 405 when error is null => failures.Failed(502, retryAfter),
            >= 400 and < 500 => error is null ? failures.Failed(status, retryAfter) : new ChatFailure(error, retryAfter),
            503 or 529 => failures.Failed(503, retryAfter),
            504 => failures.Failed(504, retryAfter),
            _ => failures.Failed(502, retryAfter),
        };
    }

    private OpenAiError? ReadError(int status, ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonElement.Parse(body.Span);
            if (root.ValueKind is JsonValueKind.Object
                && root.TryGetProperty("error"u8, out var error)
                && error.ValueKind is JsonValueKind.Object
                && TextOf(error, "message"u8) is { } message)
            {
                return new OpenAiError(
                    status, message, TextOf(error, "type"u8) ?? "invalid_request_error", TextOf(error, "param"u8), TextOf(error, "code"u8));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not Unicode: as good as no explanation.
        }

        return null;
    }

    private string? TextOf(JsonElement error, ReadOnlySpan<byte> name)
    {
        if (!error.TryGetProperty(name, out var member))
        {
            return null;
        }

        // Some providers give the code as a number.
        var text = member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        };
        if (text is null)
        {
            return null;
        }

        // Masked before it is cut, so that the cut cannot leave half a key behind.
        text = credential?.Redact(text) ?? text;
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    private TimeSpan? ReadRetryAfter(RetryConditionHeaderValue? header)
    {
        var delay = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return delay is { } wait ? TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(wait.TotalSeconds))) : null;
    }
}
