using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Keys;

public sealed class ProvisionKeyTests : ServerTest
{
    [Fact]
    public async Task The_answer_has_exactly_the_contracts_fields()
    {
        var answer = (await Ada.ProvisionAsync()).ShouldBeOk();

        answer.Members.ShouldBe(["api_key", "key_name", "user_id", "expires"]);
        answer.ContentType.ShouldBe("application/json");
    }

    [Fact]
    public async Task A_key_is_an_sk_text_whose_last_characters_are_its_name()
    {
        var answer = (await Ada.ProvisionAsync()).Json;

        var key = answer["api_key"]!.GetValue<string>();
        key.ShouldStartWith("sk-");
        key.Length.ShouldBe(52);
        answer["key_name"]!.GetValue<string>().ShouldBe($"sk-...{key[^4..]}");
    }

    [Fact]
    public async Task The_user_is_the_tokens_subject() =>
        (await Ada.ProvisionAsync()).Json["user_id"]!.GetValue<string>().ShouldBe("ada");

    [Fact]
    public async Task A_key_lasts_90_days_unless_told_otherwise() =>
        (await Ada.ProvisionAsync()).Json["expires"]!.GetValue<string>().ShouldBe("2026-04-01T00:00:00Z");

    [Theory]
    [InlineData("1", "2026-01-02T00:00:00Z")]
    [InlineData("365", "2027-01-01T00:00:00Z")]
    [InlineData("\"30\"", "2026-01-31T00:00:00Z")]
    [InlineData("30.0", "2026-01-31T00:00:00Z")]
    [InlineData("3e1", "2026-01-31T00:00:00Z")]
    [InlineData("\" 30 \"", "2026-01-31T00:00:00Z")]
    public async Task Days_may_be_written_in_each_way_the_contract_has(string days, string expires) =>
        (await Ada.ProvisionAsync(new() { ["duration_days"] = JsonNode.Parse(days) })).ShouldBeOk()
            .Json["expires"]!.GetValue<string>().ShouldBe(expires);

    [Theory]
    [InlineData("0", "greater_than_equal")]
    [InlineData("366", "less_than_equal")]
    [InlineData("-5", "greater_than_equal")]
    [InlineData("1e300", "int_parsing_size")]
    [InlineData("30.5", "int_from_float")]
    [InlineData("\"30.5\"", "int_from_float")]
    [InlineData("\"soon\"", "int_parsing")]
    [InlineData("\"\"", "int_parsing")]
    [InlineData("true", "int_type")]
    [InlineData("null", "int_type")]
    [InlineData("[30]", "int_type")]
    [InlineData("{\"n\":[1,{}]}", "int_type")]
    public async Task Other_days_are_refused_by_field(string days, string type)
    {
        var answer = await Ada.ProvisionAsync(new() { ["duration_days"] = JsonNode.Parse(days) });

        answer.Status.ShouldBe(422);
        var error = answer.Detail!.AsArray().ShouldHaveSingleItem()!.AsObject();
        error["loc"]!.ToJsonString().ShouldBe("""["body","duration_days"]""");
        error["type"]!.GetValue<string>().ShouldBe(type);
        error.Select(static member => member.Key).ShouldBe(["loc", "msg", "type"]);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"yes\"", true)]
    [InlineData("\"ON\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"no\"", false)]
    [InlineData("\"Off\"", false)]
    public async Task Memory_may_be_asked_for_in_each_way_the_contract_has(string enabled, bool expected)
    {
        (await Ada.ProvisionAsync(new() { ["memory_enabled"] = JsonNode.Parse(enabled) })).ShouldBeOk();

        (await Ada.OnlyKeyAsync())["memory_enabled"]!.GetValue<bool>().ShouldBe(expected);
    }

    [Theory]
    [InlineData("2", "bool_parsing")]
    [InlineData("\"perhaps\"", "bool_parsing")]
    [InlineData("null", "bool_type")]
    [InlineData("[]", "bool_type")]
    public async Task Anything_else_is_no_boolean(string enabled, string type) =>
        (await Ada.ProvisionAsync(new() { ["memory_enabled"] = JsonNode.Parse(enabled) }))
            .Detail![0]!["type"]!.GetValue<string>().ShouldBe(type);

    [Fact]
    public async Task Memory_without_a_mode_is_memory_of_all_kinds()
    {
        await Ada.ProvisionAsync(new() { ["memory_enabled"] = true });

        (await Ada.OnlyKeyAsync())["memory_mode"]!.GetValue<string>().ShouldBe("all");
    }

    [Theory]
    [InlineData("pkg")]
    [InlineData("ckg")]
    [InlineData("all")]
    public async Task A_memory_mode_is_kept_even_while_memory_is_off(string mode)
    {
        await Ada.ProvisionAsync(new() { ["memory_mode"] = mode });

        var key = await Ada.OnlyKeyAsync();
        key["memory_mode"]!.GetValue<string>().ShouldBe(mode);
        key["memory_enabled"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"PKG\"")]
    [InlineData("\" pkg \"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("[\"pkg\"]")]
    public async Task Other_memory_modes_are_refused(string mode)
    {
        var answer = await Ada.ProvisionAsync(new() { ["memory_mode"] = JsonNode.Parse(mode) });

        answer.Status.ShouldBe(422);
        answer.Detail!.ToJsonString().ShouldBe(
            """[{"loc":["body","memory_mode"],"msg":"Input should be \u0027pkg\u0027, \u0027ckg\u0027 or \u0027all\u0027","type":"enum"}]""");
    }

    [Fact]
    public async Task Every_nullable_field_takes_null()
    {
        var nulls = new JsonObject
        {
            ["key_alias"] = null, ["memory_mode"] = null, ["models"] = null, ["default_model"] = null, ["max_budget"] = null,
        };

        (await Ada.ProvisionAsync(nulls)).ShouldBeOk();
    }

    [Fact]
    public async Task Texts_are_trimmed()
    {
        await Ada.ProvisionAsync(new() { ["key_alias"] = "\t my key\u00a0", ["models"] = new JsonArray(" trellis-echo "), ["default_model"] = " trellis-echo" });

        var key = await Ada.OnlyKeyAsync();
        key["key_alias"]!.GetValue<string>().ShouldBe("my key");
        key["models"]!.ToJsonString().ShouldBe("""["trellis-echo"]""");
        key["default_model"]!.GetValue<string>().ShouldBe("trellis-echo");
    }

    [Fact]
    public async Task A_blank_alias_is_none()
    {
        await Ada.ProvisionAsync(new() { ["key_alias"] = "   " });

        (await Ada.OnlyKeyAsync())["key_alias"].ShouldBeNull();
    }

    [Fact]
    public async Task Models_are_kept_once_each_in_their_order()
    {
        await Ada.ProvisionAsync(new() { ["models"] = new JsonArray("trellis-echo", "trellis-echo") });

        (await Ada.OnlyKeyAsync())["models"]!.ToJsonString().ShouldBe("""["trellis-echo"]""");
    }

    [Fact]
    public async Task A_model_that_theServer_does_not_have_is_refused_by_its_place()
    {
        var answer = await Ada.ProvisionAsync(new() { ["models"] = new JsonArray("trellis-echo", "gpt-nope"), ["default_model"] = "gpt-nope" });

        answer.Status.ShouldBe(422);
        answer.Detail!.ToJsonString().ShouldBe(
            """[{"loc":["body","models",1],"msg":"No such model","type":"unknown_model"},{"loc":["body","default_model"],"msg":"No such model","type":"unknown_model"}]""");
    }

    [Theory]
    [InlineData("[1]", "[\"body\",\"models\",0]", "string_type")]
    [InlineData("[\"trellis-echo\",null]", "[\"body\",\"models\",1]", "string_type")]
    [InlineData("\"trellis-echo\"", "[\"body\",\"models\"]", "list_type")]
    [InlineData("{\"a\":[]}", "[\"body\",\"models\"]", "list_type")]
    public async Task Models_that_are_no_list_of_texts_are_refused(string models, string location, string type)
    {
        var answer = await Ada.ProvisionAsync(new() { ["models"] = JsonNode.Parse(models) });

        answer.Status.ShouldBe(422);
        var error = answer.Detail!.AsArray().ShouldHaveSingleItem()!;
        error["loc"]!.ToJsonString().ShouldBe(location);
        error["type"]!.GetValue<string>().ShouldBe(type);
    }

    [Theory]
    [InlineData("-0.01", "greater_than_equal")]
    [InlineData("1000000001", "less_than_equal")]
    [InlineData("\"NaN\"", "float_parsing")]
    [InlineData("\"Infinity\"", "float_parsing")]
    [InlineData("true", "float_type")]
    public async Task A_budget_that_is_no_amount_of_money_is_refused(string budget, string type)
    {
        var answer = await Ada.ProvisionAsync(new() { ["max_budget"] = JsonNode.Parse(budget) });

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["type"]!.GetValue<string>().ShouldBe(type);
    }

    [Fact]
    public async Task A_misspelt_field_is_refused_and_makes_no_key()
    {
        var answer = await Ada.ProvisionAsync(new() { ["max_bugdet"] = 5 });

        answer.Status.ShouldBe(422);
        answer.Detail!.ToJsonString().ShouldBe(
            """[{"loc":["body","max_bugdet"],"msg":"Extra inputs are not permitted","type":"extra_forbidden"}]""");
        (await Ada.ListAsync()).Json["keys"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_wrong_fields_are_told_at_once()
    {
        var answer = await Ada.ProvisionAsync(new() { ["duration_days"] = 0, ["memory_mode"] = "x", ["key_alias"] = 7 });

        answer.Detail!.AsArray().Select(static error => error!["loc"]![1]!.GetValue<string>())
            .ShouldBe(["duration_days", "memory_mode", "key_alias"]);
    }

    [Fact]
    public async Task An_alias_that_looks_like_a_key_is_refused_and_not_echoed()
    {
        var key = await Ada.KeyAsync();

        var answer = await Ada.ProvisionAsync(new() { ["key_alias"] = key });

        answer.Status.ShouldBe(422);
        answer.Text.ShouldNotContain(key);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\ud800")]
    public async Task Text_that_cannot_be_stored_is_refused(string escape)
    {
        var answer = await Server.PostAsync("/platform/provision-key", $$"""{"mpass_token":"{{Ada.Token}}","key_alias":"a{{escape}}b"}""");

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["type"]!.GetValue<string>().ShouldBe("string_unicode");
    }

    [Fact]
    public async Task The_bootstrap_token_makes_keys() =>
        (await new AskiiUser(Server, Server.DeveloperToken).ProvisionAsync()).ShouldBeOk().Json["user_id"]!.GetValue<string>().ShouldBe("developer");
}
