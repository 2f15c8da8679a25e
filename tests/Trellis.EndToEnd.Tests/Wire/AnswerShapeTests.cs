using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Wire;

/// <summary>The members of each answer, exactly those of the contract (section 2.3): the platform's own clients refuse any other.</summary>
public sealed class AnswerShapeTests(SharedServer server) : IDisposable
{
    private readonly RawCaller _raw = new(server.Url);
    private readonly string _token = server.NewToken();

    [Fact]
    public async Task Provision_key_answers_with_four_members()
    {
        var answer = await _raw.AskAsync("/platform/provision-key", With(new() { ["key_alias"] = "agent" }));
        Shape(answer).ShouldBe("api_key:String expires:String key_name:String user_id:String");
    }

    [Fact]
    public async Task List_keys_answers_with_two_members_and_ten_for_each_key()
    {
        await _raw.AskAsync("/platform/provision-key", With(new()
        {
            ["key_alias"] = "agent", ["models"] = new JsonArray("trellis-echo"), ["default_model"] = "trellis-echo", ["memory_enabled"] = true,
        }));
        await _raw.AskAsync("/platform/provision-key", With([]));

        var answer = await _raw.AskAsync("/platform/list-keys", With([]));
        Shape(answer).ShouldBe("keys:Array user_id:String");
        var keys = answer["keys"]!.AsArray();
        keys.Count.ShouldBe(2);
        Shape(keys[0]!).ShouldBe(
            "blocked:Null created_at:String default_model:String expires:String key_alias:String key_name:String "
            + "memory_enabled:True memory_mode:String models:Array spend:Number");
        Shape(keys[1]!).ShouldBe(
            "blocked:Null created_at:String default_model:Null expires:String key_alias:Null key_name:String "
            + "memory_enabled:False memory_mode:Null models:Array spend:Number");
    }

    [Fact]
    public async Task Get_key_config_answers_with_six_members()
    {
        await _raw.AskAsync("/platform/provision-key", With(new() { ["key_alias"] = "agent" }));
        var answer = await _raw.AskAsync("/platform/get-key-config", With(new() { ["key"] = "agent" }));
        Shape(answer).ShouldBe("default_model:Null key_alias:String key_name:String memory_enabled:False memory_mode:Null models:Array");
    }

    [Fact]
    public async Task Update_key_model_answers_with_four_members()
    {
        await _raw.AskAsync("/platform/provision-key", With(new() { ["key_alias"] = "agent" }));
        var answer = await _raw.AskAsync("/platform/update-key-model", With(new() { ["key"] = "agent", ["models"] = new JsonArray("trellis-echo") }));
        Shape(answer).ShouldBe("default_model:Null key_name:String models:Array updated:True");
    }

    [Fact]
    public async Task Revoke_key_answers_with_two_members()
    {
        await _raw.AskAsync("/platform/provision-key", With(new() { ["key_alias"] = "agent" }));
        var answer = await _raw.AskAsync("/platform/revoke-key", With(new() { ["key"] = "agent" }));
        Shape(answer).ShouldBe("detail:String revoked:True");
    }

    [Fact]
    public async Task Available_models_answers_with_objects_of_one_member()
    {
        var answer = await _raw.AskAsync("/platform/available-models", With([]));
        Shape(answer).ShouldBe("models:Array");
        Shape(answer["models"]!.AsArray().ShouldHaveSingleItem()!).ShouldBe("model_name:String");
    }

    public void Dispose() => _raw.Dispose();

    private static string Shape(JsonNode node) => string.Join(' ', node.AsObject()
        .OrderBy(static member => member.Key, StringComparer.Ordinal)
        .Select(static member => $"{member.Key}:{member.Value?.GetValueKind() ?? JsonValueKind.Null}"));

    private JsonObject With(JsonObject body)
    {
        body["mpass_token"] = _token;
        return body;
    }
}
