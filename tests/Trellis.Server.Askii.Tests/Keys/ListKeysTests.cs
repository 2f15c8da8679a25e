using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class ListKeysTests : ServerTest
{
    [Fact]
    public async Task Somebody_without_keys_gets_an_empty_list() =>
        (await Ada.ListAsync()).ShouldBeOk().Text.ShouldBe("""{"user_id":"ada","keys":[]}""");

    [Fact]
    public async Task A_bare_key_is_listed_with_exactly_the_contracts_fields()
    {
        var name = (await Ada.ProvisionAsync()).Json["key_name"]!.GetValue<string>();

        (await Ada.ListAsync()).ShouldBeOk().Text.ShouldBe(
            $$"""{"user_id":"ada","keys":[{"key_name":"{{name}}","key_alias":null,"created_at":"2026-01-01T00:00:00Z","expires":"2026-04-01T00:00:00Z","spend":0,"blocked":null,"models":[],"default_model":null,"memory_enabled":false,"memory_mode":null}]}""");
    }

    [Fact]
    public async Task A_full_key_is_listed_as_it_was_provisioned()
    {
        Server.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        await Ada.ProvisionAsync(new()
        {
            ["key_alias"] = "żółw", ["duration_days"] = 1, ["memory_enabled"] = true, ["memory_mode"] = "ckg",
            ["models"] = new JsonArray("trellis-echo"), ["default_model"] = "trellis-echo", ["max_budget"] = 2.5,
        });

        var key = await Ada.OnlyKeyAsync();
        key.Remove("key_name");
        key.ToJsonString(Readable).ShouldBe(
            """{"key_alias":"żółw","created_at":"2026-01-01T00:00:01.500000Z","expires":"2026-01-02T00:00:01.500000Z","spend":0,"blocked":null,"models":["trellis-echo"],"default_model":"trellis-echo","memory_enabled":true,"memory_mode":"ckg"}""");
    }

    [Fact]
    public async Task Keys_come_oldest_first()
    {
        foreach (var alias in new[] { "one", "two", "three" })
        {
            await Ada.KeyAsync(new() { ["key_alias"] = alias });
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await Ada.ListAsync()).Json["keys"]!.AsArray().Select(static key => key!["key_alias"]!.GetValue<string>()).ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task The_list_holds_no_key_and_no_hash()
    {
        var key = await Ada.KeyAsync();

        var answer = await Ada.ListAsync();

        answer.Text.ShouldNotContain(key);
        answer.Text.ShouldNotContain("hash");
    }

    [Fact]
    public async Task A_key_that_has_ended_stays_in_the_list()
    {
        await Ada.KeyAsync(new() { ["duration_days"] = 1 });

        Server.Clock.Advance(TimeSpan.FromDays(2));

        (await Ada.OnlyKeyAsync())["expires"]!.GetValue<string>().ShouldBe("2026-01-02T00:00:00Z");
    }

    [Fact]
    public async Task The_two_reads_take_nothing_but_the_token()
    {
        (await Ada.CallAsync("/platform/list-keys", new() { ["limit"] = 5 })).Status.ShouldBe(422);
        (await Ada.CallAsync("/platform/available-models", new() { ["limit"] = 5 })).Status.ShouldBe(422);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
