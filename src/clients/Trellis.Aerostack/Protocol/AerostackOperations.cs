using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// Makes the operations of the API, which stand beside the methods that call them. Nearly all are POST, the reads too. All count as
/// repeatable, since the caller's <see cref="RetryConfig"/> decides about that. Contract section 2.
/// </summary>
internal sealed class AerostackOperations
{
    private readonly JsonSerializerOptions _json;

    private AerostackOperations(JsonSerializerOptions json) => _json = json;

    /// <summary>Answers may hold fields that this version does not know.</summary>
    public static AerostackOperations Tolerant { get; } = new(AerostackJsonContext.Default.Options);

    /// <summary>Answers must hold the contract's fields alone.</summary>
    public static AerostackOperations Strict { get; } = new(StrictJson.From(AerostackJsonContext.Default));

    /// <summary>An operation that this version has no method for; any 2xx is a success.</summary>
    public static ApiOperation<JsonObject> Raw(HttpMethod method, string path) =>
        new("request", method, path, AerostackJsonContext.Default.Options, IsIdempotent: true);

    /// <summary>An operation whose answer is read as it arrives.</summary>
    public static ApiOperation<OpenResponse> Stream<T>(ApiOperation<T> operation) =>
        new(operation.Name, operation.Method, operation.Path, Json: null, IsIdempotent: true)
        {
            SuccessStatus = operation.SuccessStatus,
            DeclaredErrors = operation.DeclaredErrors,
        };

    /// <summary>An operation.</summary>
    /// <param name="name">Its group and name; the id that hooks see is made of it.</param>
    /// <param name="path">Its path below the base URL.</param>
    /// <param name="status">The one status that means success.</param>
    /// <param name="errors">The statuses with an error body of the API's own.</param>
    public ApiOperation<T> Post<T>(string name, string path, int status = 200, params int[] errors) =>
        Operation<T>(name, HttpMethod.Post, path, status, errors);

    /// <inheritdoc cref="Post"/>
    public ApiOperation<T> Get<T>(string name, string path, int status = 200, params int[] errors) =>
        Operation<T>(name, HttpMethod.Get, path, status, errors);

    private ApiOperation<T> Operation<T>(string name, HttpMethod method, string path, int status, int[] errors) =>
        new(name, method, path, _json, IsIdempotent: true) { SuccessStatus = status, DeclaredErrors = errors };
}
