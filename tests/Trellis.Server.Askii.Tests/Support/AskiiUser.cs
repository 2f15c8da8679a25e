using System.Text.Json.Nodes;

namespace Trellis.Server.Askii.Tests.Support;

/// <summary>Somebody with a token, and what they ask of the platform endpoints.</summary>
internal sealed class AskiiUser(AskiiServer server, string token)
{
    public string Token => token;

    public Task<Answer> ProvisionAsync(JsonObject? fields = null) => CallAsync("/platform/provision-key", fields);

    public Task<Answer> ListAsync() => CallAsync("/platform/list-keys");

    public Task<Answer> RevokeAsync(string key) => CallAsync("/platform/revoke-key", new() { ["key"] = key });

    public Task<Answer> ConfigAsync(string key) => CallAsync("/platform/get-key-config", new() { ["key"] = key });

    public Task<Answer> UpdateAsync(string key, JsonArray models, string? defaultModel = null)
    {
        var fields = new JsonObject { ["key"] = key, ["models"] = models };
        if (defaultModel is not null)
            fields["default_model"] = defaultModel;
        return CallAsync("/platform/update-key-model", fields);
    }

    public Task<Answer> ModelsAsync() => CallAsync("/platform/available-models");

    /// <summary>Makes a key that must come to be, and returns it.</summary>
    public async Task<string> KeyAsync(JsonObject? fields = null) =>
        (await ProvisionAsync(fields)).ShouldBeOk().Json["api_key"]!.GetValue<string>();

    /// <summary>The only key of the user, as the list shows it.</summary>
    public async Task<JsonObject> OnlyKeyAsync() => (await ListAsync()).ShouldBeOk().Json["keys"]!.AsArray().ShouldHaveSingleItem()!.AsObject();

    public Task<Answer> CallAsync(string path, JsonObject? fields = null)
    {
        var body = fields?.DeepClone().AsObject() ?? [];
        body["mpass_token"] = token;
        return server.PostAsync(path, body);
    }
}
