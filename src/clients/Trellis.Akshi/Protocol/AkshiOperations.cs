using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// Makes the operations of the API, which stand beside the methods that call them. Reads alone may be repeated: nothing that changes
/// something carries a key by which the runtime would know it again. Contract sections 2 and 6.
/// </summary>
internal sealed class AkshiOperations
{
    private readonly JsonSerializerOptions _json;

    private AkshiOperations(JsonSerializerOptions json) => _json = json;

    /// <summary>Answers may hold fields that this version does not know.</summary>
    public static AkshiOperations Tolerant { get; } = new(AkshiJsonContext.Default.Options);

    /// <summary>Answers must hold the contract's fields alone.</summary>
    public static AkshiOperations Strict { get; } = new(StrictJson.From(AkshiJsonContext.Default));

    /// <summary>An operation that this version has no method for.</summary>
    public static ApiOperation<JsonObject> Raw(HttpMethod method, string path) =>
        new("request", method, path, AkshiJsonContext.Default.Options, IsIdempotent: method == HttpMethod.Get);

    /// <summary>An operation whose answer is read as it arrives.</summary>
    public static ApiOperation<OpenResponse> Stream(string name, string path) =>
        new(name, HttpMethod.Get, path, Json: null, IsIdempotent: true);

    /// <summary>An operation that reads.</summary>
    public ApiOperation<T> Get<T>(string name, string path) => new(name, HttpMethod.Get, path, _json, IsIdempotent: true);

    /// <summary>An operation that changes something.</summary>
    public ApiOperation<T> Post<T>(string name, string path) => new(name, HttpMethod.Post, path, _json, IsIdempotent: false);

    /// <summary>An operation that removes something.</summary>
    public ApiOperation<T> Delete<T>(string name, string path) => new(name, HttpMethod.Delete, path, _json, IsIdempotent: false);

    /// <summary>The contract of a type, as strict as these operations are.</summary>
    public JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));
}
