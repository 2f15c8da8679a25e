using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class RevokeKeyTests : ServerTest
{
    [Fact]
    public async Task The_answer_has_exactly_the_contracts_fields()
    {
        var key = await Ada.KeyAsync();

        (await Ada.RevokeAsync(key)).ShouldBeOk().Text.ShouldBe("""{"revoked":true,"detail":"Key revoked."}""");
    }

    [Fact]
    public async Task A_key_is_revoked_by_its_alias()
    {
        await Ada.KeyAsync(new() { ["key_alias"] = "mine" });

        (await Ada.RevokeAsync(" mine ")).ShouldBeOk();

        (await Ada.ListAsync()).Json["keys"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_is_revoked_by_its_name()
    {
        var name = (await Ada.ProvisionAsync()).Json["key_name"]!.GetValue<string>();

        (await Ada.RevokeAsync(name)).ShouldBeOk();
    }

    [Fact]
    public async Task A_revoked_key_is_gone_from_every_endpoint()
    {
        var key = await Ada.KeyAsync(new() { ["key_alias"] = "mine" });
        await Ada.RevokeAsync(key);

        (await Ada.ListAsync()).Json["keys"]!.AsArray().ShouldBeEmpty();
        foreach (var reference in new[] { key, "mine", $"sk-...{key[^4..]}" })
        {
            (await Ada.RevokeAsync(reference)).Status.ShouldBe(404);
            (await Ada.ConfigAsync(reference)).Status.ShouldBe(404);
            (await Ada.UpdateAsync(reference, [])).Status.ShouldBe(404);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody's")]
    [InlineData("sk-short")]
    [InlineData("sk-000000000000000000000000000000000000000000000000A")]
    public async Task An_unknown_key_is_not_found(string key)
    {
        var answer = await Ada.RevokeAsync(key);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("""{"detail":"Key not found."}""");
    }

    [Fact]
    public async Task The_key_must_be_named()
    {
        var answer = await Ada.CallAsync("/platform/revoke-key");

        answer.Status.ShouldBe(422);
        answer.Text.ShouldBe("""{"detail":[{"loc":["body","key"],"msg":"Field required","type":"missing"}]}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[\"a\"]")]
    public async Task The_key_must_be_a_text(string key)
    {
        var answer = await Ada.CallAsync("/platform/revoke-key", new() { ["key"] = System.Text.Json.Nodes.JsonNode.Parse(key) });

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["type"]!.GetValue<string>().ShouldBe("string_type");
    }
}
