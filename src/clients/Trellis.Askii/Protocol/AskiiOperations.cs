using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Askii.Json;

namespace Trellis.Askii;

/// <summary>Every operation of the API, in one place. All are POST, the reads too (contract section 1.1).</summary>
internal sealed class AskiiOperations
{
    /// <summary>The resource of everything that is cached about keys.</summary>
    public const string KeysResource = "keys";

    /// <summary>The resource of everything that is cached about models.</summary>
    public const string ModelsResource = "models";

    private AskiiOperations(JsonSerializerOptions json)
    {
        ProvisionKey = Change<ProvisionedKey>("keys.provision", "/platform/provision-key", json);
        ListKeys = Read<KeyList>("keys.list", "/platform/list-keys", json);
        RevokeKey = Change<RevokedKey>("keys.revoke", "/platform/revoke-key", json);
        GetKeyConfig = Read<KeyConfig>("keys.get_config", "/platform/get-key-config", json);
        UpdateKeyModel = Change<UpdatedKey>("keys.update_model", "/platform/update-key-model", json);
        ListModels = Read<ModelList>("models.list", "/platform/available-models", json);
    }

    /// <summary>Answers may hold fields that this version does not know.</summary>
    public static AskiiOperations Tolerant { get; } = new(AskiiJsonContext.Default.Options);

    /// <summary>Answers must hold the contract's fields alone.</summary>
    public static AskiiOperations Strict { get; } = new(StrictJson.From(AskiiJsonContext.Default));

    public ApiOperation<ProvisionedKey> ProvisionKey { get; }

    public ApiOperation<KeyList> ListKeys { get; }

    public ApiOperation<RevokedKey> RevokeKey { get; }

    public ApiOperation<KeyConfig> GetKeyConfig { get; }

    public ApiOperation<UpdatedKey> UpdateKeyModel { get; }

    public ApiOperation<ModelList> ListModels { get; }

    /// <summary>An operation that this version has no method for.</summary>
    public static ApiOperation<JsonObject> Raw(HttpMethod method, string path, bool idempotent) =>
        new("request", method, path, AskiiJsonContext.Default.Options, idempotent);

    private static ApiOperation<T> Read<T>(string name, string path, JsonSerializerOptions json) =>
        new(name, HttpMethod.Post, path, json, IsIdempotent: true);

    private static ApiOperation<T> Change<T>(string name, string path, JsonSerializerOptions json) =>
        new(name, HttpMethod.Post, path, json, IsIdempotent: false, KeysResource);
}
