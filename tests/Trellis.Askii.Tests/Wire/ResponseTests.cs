using System.Text.Json.Nodes;
using Trellis.Testing;

namespace Trellis.Askii.Tests.Wire;

public sealed class ResponseTests
{
    [Fact]
    public async Task A_provisioned_key_reads_the_secret_once_and_never_prints_it()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Provisioned));
        var key = await askii.Client.Keys.ProvisionAsync();
        key.ApiKey.Reveal().ShouldBe("sk-abcdefghijklmnop1234");
        key.KeyName.ShouldBe("moneta-user-001");
        key.UserId.ShouldBe("askii-user-1");
        key.Expires.ShouldBe(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));
        key.ToString().ShouldNotContain("sk-abc");
    }

    [Fact]
    public async Task A_key_list_reads_every_field()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.KeyList));
        var list = await askii.Client.Keys.ListAsync();
        list.UserId.ShouldBe("u-1");
        var key = list.Keys.ShouldHaveSingleItem();
        key.KeyName.ShouldBe("k1");
        key.KeyAlias.ShouldBe("surfsense");
        key.CreatedAt.ShouldBe(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        key.Expires.ShouldBe(new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero));
        key.Spend.ShouldBe(1.5);
        key.Blocked.ShouldBeNull();
        key.Models.ShouldBe(["gpt-4o"]);
        key.DefaultModel.ShouldBe("gpt-4o");
        key.MemoryEnabled.ShouldBeTrue();
        key.MemoryMode.ShouldBe(MemoryMode.Ckg);
        key.AdditionalFields.ShouldBeNull();
    }

    [Fact]
    public async Task Revoke_config_update_and_models_answers_are_read()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Revoked), Golden.Ok(Golden.Config), Golden.Ok(Golden.Updated), Golden.Ok(Golden.Models));
        (await askii.Client.Keys.RevokeAsync("k")).Revoked.ShouldBeTrue();
        (await askii.Client.Keys.GetConfigAsync("k")).MemoryMode.ShouldBe(MemoryMode.Ckg);
        (await askii.Client.Keys.UpdateModelAsync("k", ["gpt-4o"])).Models.ShouldBe(["gpt-4o", "gpt-4o-mini"]);
        (await askii.Client.Models.ListAsync()).Models.Select(model => model.ModelName).ShouldBe(["gpt-4o", "gpt-4o-mini"]);
    }

    [Fact]
    public void The_synchronous_forms_read_the_same()
    {
        using var askii = new AskiiFixture(
            Golden.Ok(Golden.Provisioned), Golden.Ok(Golden.KeyList), Golden.Ok(Golden.Revoked), Golden.Ok(Golden.Config), Golden.Ok(Golden.Updated), Golden.Ok(Golden.Models));
        askii.Client.Keys.Provision().ApiKey.Reveal().ShouldBe("sk-abcdefghijklmnop1234");
        askii.Client.Keys.List().Keys.Count.ShouldBe(1);
        askii.Client.Keys.Revoke("k").Detail.ShouldBe("ok");
        askii.Client.Keys.GetConfig("k").KeyName.ShouldBe("k1");
        askii.Client.Keys.UpdateModel("k", ["gpt-4o"]).Updated.ShouldBeTrue();
        askii.Client.Models.List().Models.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_field_is_kept()
    {
        using var askii = new AskiiFixture(Golden.Ok("""{"user_id":"u","keys":[{"key_name":"k","spend":0,"team":"blue"}],"page":2}"""));
        var list = await askii.Client.Keys.ListAsync();
        list.AdditionalFields!["page"].GetInt32().ShouldBe(2);
        list.Keys[0].AdditionalFields!["team"].GetString().ShouldBe("blue");
    }

    [Theory]
    [InlineData("""{"user_id":"u","keys":[],"page":2}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":0,"team":"blue"}]}""")]
    public async Task A_strict_client_rejects_an_unknown_field_anywhere(string answer)
    {
        using var askii = new AskiiFixture(options => options.StrictResponses = true, Golden.Ok(answer));
        await Should.ThrowAsync<AskiiResponseException>(() => askii.Client.Keys.ListAsync());
    }

    [Fact]
    public async Task A_strict_client_takes_the_contracts_own_answers()
    {
        using var askii = new AskiiFixture(options => options.StrictResponses = true, Golden.Ok(Golden.KeyList), Golden.Ok(Golden.Models));
        (await askii.Client.Keys.ListAsync()).Keys.Count.ShouldBe(1);
        (await askii.Client.Models.ListAsync()).Models.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"user_id":"u","keys":null}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k"}]}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":null}]}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":"much"}]}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":1,"models":null}]}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":1,"memory_enabled":null}]}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":1,"created_at":""}]}""")]
    [InlineData("""{"user_id":"u","keys":[{"key_name":"k","spend":1,"created_at":true}]}""")]
    [InlineData("""{"user_id":42,"keys":[]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task An_answer_of_another_shape_is_a_response_error_and_is_not_retried(string answer)
    {
        using var askii = new AskiiFixture(Golden.Ok(answer));
        var error = await Should.ThrowAsync<AskiiResponseException>(() => askii.Client.Keys.ListAsync());
        error.Status.ShouldBe(200);
        error.ResponseBody.ShouldBe(answer);
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("   ")]
    [InlineData("{\"user_id\":")]
    [InlineData("{} {}")]
    public async Task An_answer_that_is_not_JSON_is_a_plain_transport_error_and_is_not_retried(string answer)
    {
        using var askii = new AskiiFixture(StubAnswer.Text(answer));
        (await Should.ThrowAsync<AskiiTransportException>(() => askii.Client.Keys.ListAsync())).GetType().ShouldBe(typeof(AskiiTransportException));
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_transport_error()
    {
        using var askii = new AskiiFixture(StubAnswer.Bytes([0xff, 0xfe, 0x00]));
        await Should.ThrowAsync<AskiiTransportException>(() => askii.Client.Keys.ListAsync());
    }

    [Fact]
    public async Task No_content_and_an_empty_body_count_as_an_empty_object()
    {
        using var askii = new AskiiFixture(StubAnswer.Status(204), StubAnswer.Status(200), StubAnswer.Status(204));
        (await askii.Client.RequestAsync(HttpMethod.Delete, "/x")).Count.ShouldBe(0);
        (await askii.Client.RequestAsync(HttpMethod.Post, "/x")).Count.ShouldBe(0);
        (await askii.Client.Models.ListAsync()).Models.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[1,2]", """{"value":[1,2]}""")]
    [InlineData("\"text\"", """{"value":"text"}""")]
    [InlineData("7", """{"value":7}""")]
    [InlineData("true", """{"value":true}""")]
    [InlineData("null", """{"value":null}""")]
    public async Task The_escape_hatch_wraps_what_is_not_an_object(string answer, string expected)
    {
        using var askii = new AskiiFixture(Golden.Ok(answer));
        (await askii.Client.RequestAsync(HttpMethod.Post, "/x")).ToJsonString().ShouldBe(expected);
    }

    [Fact]
    public async Task The_content_type_is_not_looked_at()
    {
        using var askii = new AskiiFixture(StubAnswer.Text(Golden.Models, "text/html"));
        (await askii.Client.Models.ListAsync()).Models.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Blanks_around_strings_are_trimmed()
    {
        using var askii = new AskiiFixture(
            Golden.Ok("""{"user_id":"  u ","keys":[{"key_name":"\tk\n","spend":0,"models":[" a ","b"],"key_alias":"   "}]}"""),
            Golden.Ok("""{"api_key":" sk-1 ","key_name":"k","user_id":"u"}"""));
        var list = await askii.Client.Keys.ListAsync();
        list.UserId.ShouldBe("u");
        list.Keys[0].KeyName.ShouldBe("k");
        list.Keys[0].Models.ShouldBe(["a", "b"]);
        list.Keys[0].KeyAlias.ShouldBe("");
        (await askii.Client.Keys.ProvisionAsync()).ApiKey.Reveal().ShouldBe("sk-1");
    }

    [Theory]
    [InlineData("\"yes\"", true)]
    [InlineData("\"off\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"True\"", true)]
    public async Task Booleans_may_come_as_words_and_digits(string value, bool expected)
    {
        using var askii = new AskiiFixture(Golden.Ok($$"""{"revoked":{{value}},"detail":"d"}"""));
        (await askii.Client.Keys.RevokeAsync("k")).Revoked.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("3", 3.0)]
    [InlineData("1e-7", 1e-7)]
    public async Task Numbers_may_come_as_text(string value, double expected)
    {
        using var askii = new AskiiFixture(Golden.Ok($$"""{"user_id":"u","keys":[{"key_name":"k","spend":{{value}}}]}"""));
        (await askii.Client.Keys.ListAsync()).Keys[0].Spend.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"2026-05-01T00:00:00Z\"", "2026-05-01T00:00:00+00:00")]
    [InlineData("\"2026-05-01T02:00:00+02:00\"", "2026-05-01T02:00:00+02:00")]
    [InlineData("\"2026-05-01T00:00:00\"", "2026-05-01T00:00:00+00:00")]
    [InlineData("\"2026-05-01T00:00:00.123456Z\"", "2026-05-01T00:00:00.123456+00:00")]
    [InlineData("\"2026-05-01\"", "2026-05-01T00:00:00+00:00")]
    [InlineData("1777593600", "2026-05-01T00:00:00+00:00")]
    [InlineData("1777593600000", "2026-05-01T00:00:00+00:00")]
    [InlineData("\"1777593600\"", "2026-05-01T00:00:00+00:00")]
    [InlineData("1777593600.5", "2026-05-01T00:00:00.5+00:00")]
    public async Task Timestamps_come_in_many_forms(string value, string expected)
    {
        using var askii = new AskiiFixture(Golden.Ok($$"""{"user_id":"u","keys":[{"key_name":"k","spend":0,"expires":{{value}}}]}"""));
        (await askii.Client.Keys.ListAsync()).Keys[0].Expires.ShouldBe(DateTimeOffset.Parse(expected));
    }

    [Theory]
    [InlineData("\"PKG\"")]
    [InlineData("\" pkg \"")]
    [InlineData("\"tomorrow\"")]
    public async Task A_memory_mode_of_tomorrow_is_kept_as_it_is(string value)
    {
        using var askii = new AskiiFixture(Golden.Ok($$"""{"key_name":"k","memory_enabled":true,"memory_mode":{{value}}}"""));
        var mode = (await askii.Client.Keys.GetConfigAsync("k")).MemoryMode!.Value;
        mode.IsKnown.ShouldBeFalse();
        mode.ToString().ShouldBe(value.Trim('"'));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_says_so()
    {
        using var askii = new AskiiFixture(StubAnswer.Status(302).WithHeader("Location", "https://elsewhere.test/"));
        var error = await Should.ThrowAsync<AskiiTransportException>(() => askii.Client.Models.ListAsync());
        error.Status.ShouldBe(302);
        error.Message.ShouldContain("redirect");
        askii.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_over_the_limit_fails_instead_of_filling_the_memory()
    {
        using var askii = new AskiiFixture(options => options.MaxResponseBytes = 1000, Golden.Ok($$"""{"models":[],"padding":"{{new string('x', 2000)}}"}"""));
        (await Should.ThrowAsync<AskiiTransportException>(() => askii.Client.Models.ListAsync())).Message.ShouldContain("1000");
    }

    [Fact]
    public async Task An_answer_object_belongs_to_its_caller()
    {
        using var askii = new AskiiFixture(Golden.Ok("""{"a":1}"""));
        var options = new AskiiRequestOptions { CacheTtl = TimeSpan.FromMinutes(1), CacheResource = "x", CacheOperation = "y" };
        var first = await askii.Client.RequestAsync(HttpMethod.Post, "/x", options: options);
        first["a"] = JsonValue.Create(2);
        (await askii.Client.RequestAsync(HttpMethod.Post, "/x", options: options)).ToJsonString().ShouldBe("""{"a":1}""");
    }
}
