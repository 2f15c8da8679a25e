using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class UpdateKeyModelTests : ServerTest
{
    private Upstream _upstream = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact]
    public async Task The_answer_has_exactly_the_contracts_fields()
    {
        var key = await Ada.KeyAsync();

        (await Ada.UpdateAsync(key, ["m", "vendor/other"], "m")).ShouldBeOk().Text.ShouldBe(
            $$"""{"updated":true,"key_name":"sk-...{{key[^4..]}}","models":["m","vendor/other"],"default_model":"m"}""");
    }

    [Fact]
    public async Task The_new_models_are_kept()
    {
        var key = await Ada.KeyAsync();
        await Ada.UpdateAsync(key, ["m"], "m");

        var config = (await Ada.ConfigAsync(key)).Json;

        config["models"]!.ToJsonString().ShouldBe("""["m"]""");
        config["default_model"]!.GetValue<string>().ShouldBe("m");
    }

    [Fact]
    public async Task A_default_model_that_is_not_named_stays_while_the_key_opens_it()
    {
        var key = await Ada.KeyAsync(new() { ["models"] = new JsonArray("m"), ["default_model"] = "m" });

        (await Ada.UpdateAsync(key, ["vendor/other", "m"])).Json["default_model"]!.GetValue<string>().ShouldBe("m");
        (await Ada.UpdateAsync(key, [])).Json["default_model"]!.GetValue<string>().ShouldBe("m");
        (await Ada.UpdateAsync(key, ["vendor/other"])).Json["default_model"].ShouldBeNull();
    }

    [Fact]
    public async Task A_default_model_outside_the_models_is_refused()
    {
        var answer = await Ada.UpdateAsync(await Ada.KeyAsync(), ["m"], "vendor/other");

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["loc"]!.ToJsonString().ShouldBe("""["body","default_model"]""");
    }

    [Fact]
    public async Task Unknown_models_are_refused_and_change_nothing()
    {
        var key = await Ada.KeyAsync(new() { ["models"] = new JsonArray("m") });

        (await Ada.UpdateAsync(key, ["x"])).Status.ShouldBe(422);

        (await Ada.ConfigAsync(key)).Json["models"]!.ToJsonString().ShouldBe("""["m"]""");
    }

    [Fact]
    public async Task Key_and_models_must_be_given()
    {
        var answer = await Ada.CallAsync("/platform/update-key-model");

        answer.Status.ShouldBe(422);
        answer.Detail!.AsArray().Select(static error => error!["loc"]!.ToJsonString()).ShouldBe(["""["body","key"]""", """["body","models"]"""]);
    }

    [Fact]
    public async Task The_models_may_not_be_null() =>
        (await Ada.CallAsync("/platform/update-key-model", new() { ["key"] = "a", ["models"] = null })).Detail![0]!["type"]!.GetValue<string>().ShouldBe("list_type");

    [Fact]
    public async Task An_unknown_key_is_not_found() => (await Ada.UpdateAsync("nothing", [])).Status.ShouldBe(404);

    private protected override async ValueTask<ServerSetup> SetupAsync()
    {
        _upstream = await Upstream.StartAsync(Upstream.AnswerAsync);
        return new ServerSetup { Configuration = _upstream.Configuration };
    }
}
