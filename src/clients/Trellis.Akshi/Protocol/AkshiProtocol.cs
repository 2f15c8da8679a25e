using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Akshi;

/// <summary>
/// What is particular to Akshi: an optional bearer token, answers that come as a list or as an object around one, the retry rules, the
/// error bodies. Contract sections 1.1, 2 and 6.
/// </summary>
internal sealed class AkshiProtocol(AkshiClientOptions options) : ApiProtocol
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    public override string Name => "akshi";

    public override Redactor Redactor => AkshiRedaction.Redactor;

    public override bool NeedsCredential => false;

    /// <summary>All of it, since exceptions promise the whole body.</summary>
    public override int MaxErrorBytes => options.MaxResponseBytes;

    public override void PrepareHeaders(HttpRequestMessage request, ReadOnlySpan<byte> body, string token)
    {
        if (token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }
    }

    /// <summary>Any 2xx; what is read as events must also say that it is events, since a proxy's page would be an empty stream.</summary>
    public override bool IsSuccess(HttpResponseMessage response, CallState call) =>
        base.IsSuccess(response, call)
        && (!call.KeepsOpen || MediaType.IsEventStream(ResponseReader.ContentHeader(response, "Content-Type")));

    /// <summary>
    /// Text as it is. No content counts as an empty object. A list where an object with a list belongs is its member <c>items</c>, and an
    /// object where a list belongs is the first list in it. The escape hatch takes what is no object as <c>{"value": …}</c>.
    /// </summary>
    public override T Decode<T>(ReadOnlySpan<byte> body, int status, JsonTypeInfo<T> type)
    {
        if (typeof(T) == typeof(string))
        {
            return (T)(object)Encoding.UTF8.GetString(body);
        }

        if (status == 204)
        {
            body = "{}"u8;
        }

        if (typeof(T) == typeof(JsonObject) && JsonNode.Parse(body) is var node and not JsonObject)
        {
            return (T)(object)new JsonObject { ["value"] = node };
        }

        var start = body.TrimStart(" \t\r\n"u8);
        if (typeof(T).IsAssignableTo(typeof(IListAnswer)) && start is [(byte)'[', ..])
        {
            body = (byte[])[.. "{\"items\":"u8, .. body, (byte)'}'];
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable && start is [(byte)'{', ..])
        {
            body = FirstList(body);
        }

        return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null where a value belongs.");
    }

    /// <summary>Too many requests, and a server that is about to stop or has just begun. Operations that change something never come here.</summary>
    public override bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay)
    {
        delay = Backoff(attempt) * (0.5 + (randomness() / 2));
        if (failure is not { Kind: FailureKind.Status, Status: 429 or 503 })
        {
            return false;
        }

        if (failure.RetryAfter is { } wait)
        {
            delay = wait < LongestRetryAfter ? wait : LongestRetryAfter;
        }

        return true;
    }

    public override Exception CreateException(ApiFailure failure, FailedCall call) => AkshiErrors.Create(failure, call);

    public override Exception CreateCredentialException(string message) => new AkshiCredentialException(message);

    private static TimeSpan Backoff(int attempt)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 10));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private static ReadOnlySpan<byte> FirstList(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var list = Range.All;
        var isFound = false;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            var isFirst = !isFound && reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
            if (isFirst)
            {
                (list, isFound) = (start..(int)reader.BytesConsumed, true);
            }
        }

        // What follows the object must be nothing.
        reader.Read();
        return isFound ? body[list] : throw new JsonException("The answer has no list in it.");
    }
}
