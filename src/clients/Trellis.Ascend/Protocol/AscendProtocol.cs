using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Ascend;

/// <summary>
/// What is particular to ASCEND: two credential headers, a signature, the retry rules, the error bodies. Contract sections 1.3 to 1.5,
/// and 4.
/// </summary>
internal sealed class AscendProtocol : ApiProtocol
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(10);

    private readonly string _environment;
    private readonly TimeProvider _time;
    private readonly byte[]? _signingKey;
    private BearerHeader? _bearer;

    public AscendProtocol(AscendClientOptions options)
    {
        _environment = options.Environment;
        _time = options.TimeProvider;
        _signingKey = options.SigningSecret is { IsEmpty: false } secret ? Encoding.UTF8.GetBytes(secret.Reveal()) : null;
    }

    public override string Name => "ascend";

    public override Redactor Redactor => AscendRedaction.Redactor;

    public override bool DeclaresMissingBody => true;

    public override bool CorrelatesAttempts => true;

    public override string NewCorrelationId() => CreateCorrelationId();

    public override void PrepareHeaders(HttpRequestMessage request, ReadOnlySpan<byte> body, string token)
    {
        var timestamp = WireTime.Format(_time.GetUtcNow());
        var headers = request.Headers;
        headers.TryAddWithoutValidation("X-API-Key", token);
        headers.TryAddWithoutValidation("Authorization", BearerOf(token));
        headers.TryAddWithoutValidation("X-SDK-Version", AscendDefaults.SdkVersion);
        headers.TryAddWithoutValidation("X-Environment", _environment);
        headers.TryAddWithoutValidation("X-Request-Timestamp", timestamp);

        // Neither a request without a body nor one with an empty object is signed.
        if (_signingKey is not null && !body.IsEmpty && !body.SequenceEqual("{}"u8))
        {
            headers.TryAddWithoutValidation("X-Signature", RequestSignature.Create(_signingKey, timestamp, body));
        }
    }

    // The token rarely changes from one call to the next.
    private string BearerOf(string token)
    {
        var known = _bearer;
        if (!ReferenceEquals(known?.Token, token))
        {
            _bearer = known = new BearerHeader(token);
        }

        return known!.Value;
    }

    /// <summary>No body, or an empty one, counts as an empty object; a list counts as an object with the member <c>items</c>.</summary>
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

        if (typeof(T).IsAssignableTo(typeof(IListAnswer)) && body.TrimStart(" \t\r\n"u8) is [(byte)'[', ..])
        {
            body = (byte[])[.. "{\"items\":"u8, .. body, (byte)'}'];
        }

        return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null where an object belongs.");
    }

    public override bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay)
    {
        delay = Backoff(attempt, randomness());
        switch (failure)
        {
            case { Kind: FailureKind.Status, Status: 429 }:
                var wait = failure.RetryAfter ?? AscendErrors.UnsaidRetryAfter;
                delay = wait < LongestRetryAfter ? wait : LongestRetryAfter;
                return true;
            case { Kind: FailureKind.Status, Status: >= 500 }:
            case { Kind: FailureKind.Connect or FailureKind.Transport }:
                return true;
            default:
                return false;
        }
    }

    public override Exception CreateException(ApiFailure failure, FailedCall call) => AscendErrors.Create(failure, call);

    public override Exception CreateCredentialException(string message) => new AscendAuthenticationException(
        $"{message} Give the client an API key (options.ApiKey, or the environment variable {AscendClientOptions.ApiKeyVariable}).");

    /// <summary><c>asc_</c> and 16 hexadecimal digits. Unique, but not a secret.</summary>
    public static string CreateCorrelationId() =>
        string.Create(CultureInfo.InvariantCulture, $"asc_{Random.Shared.NextInt64(long.MinValue, long.MaxValue):x16}");

    private static TimeSpan Backoff(int attempt, double jitter)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, attempt - 1) + jitter);
        return delay < LongestBackoff ? delay : LongestBackoff;
    }

    private sealed class BearerHeader(string token)
    {
        public string Token => token;

        public string Value { get; } = $"Bearer {token}";
    }
}
