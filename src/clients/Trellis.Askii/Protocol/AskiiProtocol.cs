using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Askii;

/// <summary>What is particular to Askii: the token in the body, the retry rules, the error bodies. Contract sections 1.2 to 1.4, 3 and 4.</summary>
internal sealed class AskiiProtocol : ApiProtocol
{
    private const int TooManyRequests = 429;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    private AskiiProtocol()
    {
    }

    public static AskiiProtocol Instance { get; } = new();

    public override string Name => "askii";

    public override Redactor Redactor => Redactor.Default;

    /// <summary>The caller's members, then <c>mpass_token</c> last, so that nothing a caller sends can shadow it.</summary>
    public override void WriteBody(PooledBuffer output, RequestBody? body, string token)
    {
        if (body is null)
        {
            var writer = JsonWriters.Rent(output);
            writer.WriteStartObject();
            writer.WriteString("mpass_token"u8, token);
            writer.WriteEndObject();
            writer.Flush();
            return;
        }

        body.WriteTo(output);
        output.TrimEnd(1);
        output.Write(output.Span is [(byte)'{'] ? "\"mpass_token\":"u8 : ",\"mpass_token\":"u8);
        var value = JsonWriters.Rent(output);
        value.WriteStringValue(token);
        value.Flush();
        output.Write("}"u8);
    }

    /// <summary>No body, or an empty one, counts as an empty object (contract section 1.4).</summary>
    public override T Decode<T>(ReadOnlySpan<byte> body, int status, JsonTypeInfo<T> type)
    {
        if (body.IsEmpty || status == 204)
        {
            body = "{}"u8;
        }

        if (typeof(T) == typeof(JsonObject) && JsonNode.Parse(body) is var node and not JsonObject)
        {
            return (T)(object)new JsonObject { ["value"] = node };
        }

        return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null where an object belongs.");
    }

    public override bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay)
    {
        delay = Backoff(attempt) * (0.5 + (randomness() / 2));
        switch (failure)
        {
            case { Kind: FailureKind.Status, Status: TooManyRequests, RetryAfter: var wait }:
                delay = wait > LongestRetryAfter ? LongestRetryAfter : wait > TimeSpan.Zero ? wait.Value : delay;
                return true;
            case { Kind: FailureKind.Status, Status: >= 500 and <= 599 }:
            case { Kind: FailureKind.Connect or FailureKind.Timeout }:
                return true;
            default:
                return false;
        }
    }

    public override Exception CreateException(ApiFailure failure, FailedCall call) => AskiiErrors.Create(failure, call);

    public override Exception CreateCredentialException(string message) => new AskiiAuthException(
        $"{message} Give the client an mPass token (options.Token, or the environment variable {AskiiClientOptions.TokenVariable}).");

    private static TimeSpan Backoff(int attempt)
    {
        var delay = FirstDelay * Math.Pow(2, attempt - 1);
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
