using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class KeyConfigTests : ServerTest
{
    [Fact]
    public async Task A_bare_keys_configuration_has_exactly_the_contracts_fields()
    {
        var key = await Ada.KeyAsync();

        (await Ada.ConfigAsync(key)).ShouldBeOk().Text.ShouldBe(
            $$"""{"key_name":"sk-...{{key[^4..]}}","key_alias":null,"models":[],"default_model":null,"memory_enabled":false,"memory_mode":null}""");
    }

    [Fact]
    public async Task A_full_keys_configuration_is_what_was_provisioned()
    {
        var key = await Ada.KeyAsync(new()
        {
            ["key_alias"] = "mine", ["memory_enabled"] = true, ["memory_mode"] = "pkg",
            ["models"] = new JsonArray("trellis-echo"), ["default_model"] = "trellis-echo",
        });

        var expected = $$"""{"key_name":"sk-...{{key[^4..]}}","key_alias":"mine","models":["trellis-echo"],"default_model":"trellis-echo","memory_enabled":true,"memory_mode":"pkg"}""";
        (await Ada.ConfigAsync(key)).ShouldBeOk().Text.ShouldBe(expected);
        (await Ada.ConfigAsync("mine")).ShouldBeOk().Text.ShouldBe(expected);
        (await Ada.ConfigAsync($"sk-...{key[^4..]}")).ShouldBeOk().Text.ShouldBe(expected);
    }

    [Fact]
    public async Task An_unknown_key_is_not_found() => (await Ada.ConfigAsync("nothing")).Status.ShouldBe(404);

    [Fact]
    public async Task A_key_that_has_ended_is_still_found()
    {
        var key = await Ada.KeyAsync(new() { ["duration_days"] = 1 });

        Server.Clock.Advance(TimeSpan.FromDays(2));

        (await Ada.ConfigAsync(key)).Status.ShouldBe(200);
    }
}
