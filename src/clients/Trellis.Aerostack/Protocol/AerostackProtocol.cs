using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Aerostack;

/// <summary>
/// What is particular to Aerostack: the key's header, exact success statuses, the media type, the error bodies. Which failures are
/// repeated is the caller's to say. Contract sections 1.2 to 1.4 and 3.
/// </summary>
internal class AerostackProtocol(AerostackClientOptions options) : ApiProtocol
{
    public override string Name => "aerostack";

    public override Redactor Redactor => AerostackRedaction.Redactor;

    /// <summary>All of it, since exceptions promise the whole body.</summary>
    public override int MaxErrorBytes => options.MaxResponseBytes;

    public override void PrepareHeaders(HttpRequestMessage request, ReadOnlySpan<byte> body, string token)
    {
        var headers = request.Headers;
        SetCredential(request, token);
        if (options.ProjectId is { Length: > 0 } project)
        {
            headers.TryAddWithoutValidation(AerostackHeaders.ProjectId, project);
        }

        if (!headers.NonValidated.Contains("Accept"))
        {
            headers.TryAddWithoutValidation("Accept", "application/json");
        }
    }

    /// <summary>Puts the credential where it belongs.</summary>
    protected virtual void SetCredential(HttpRequestMessage request, string token) =>
        request.Headers.TryAddWithoutValidation(AerostackHeaders.Key, token);

    /// <summary>The operation's own status and media type: JSON, events, or any for what goes to a stream. Contract section 1.4.</summary>
    public override bool IsSuccess(HttpResponseMessage response, CallState call)
    {
        if (!base.IsSuccess(response, call))
        {
            return false;
        }

        var contentType = ResponseReader.ContentHeader(response, "Content-Type");
        return call.SuccessStatus == 0
            || call.Destination is not null
            || (call.KeepsOpen ? MediaType.IsEventStream(contentType) : MediaType.IsJson(contentType));
    }

    /// <summary>What a download's headers say about it.</summary>
    public override T Delivered<T>(HttpResponseMessage response, long bytes) =>
        typeof(T) == typeof(StorageDownload) ? (T)(object)StorageDownload.From(response, bytes) : base.Delivered<T>(response, bytes);

    /// <summary>No body counts as an empty object for the escape hatch alone; what is no object comes as <c>{"value": …}</c> there.</summary>
    public override T Decode<T>(ReadOnlySpan<byte> body, int status, JsonTypeInfo<T> type)
    {
        if (typeof(T) == typeof(JsonObject))
        {
            var node = body.IsEmpty ? new JsonObject() : JsonNode.Parse(body);
            return (T)(object)(node as JsonObject ?? new JsonObject { ["value"] = node });
        }

        return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null where an object belongs.");
    }

    public override bool ShouldRetry(ApiFailure failure, int attempt, Func<double> randomness, out TimeSpan delay)
    {
        delay = default;
        return false;
    }

    public override Exception CreateException(ApiFailure failure, FailedCall call) =>
        AerostackErrors.Create(failure, call, options.AcceptUnknownErrorCodes);

    public override Exception CreateCredentialException(string message) => new AerostackCredentialException(
        $"{message} Give the client a project key (options.ApiKey, or the environment variable {AerostackClientOptions.ApiKeyVariable}).");
}
