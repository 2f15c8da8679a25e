using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Errors;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Chat;

public sealed class ChatTests : ServerTest
{
    [Fact]
    public async Task A_key_completes_a_chat()
    {
        var answer = (await ChatAsync(await Ada.KeyAsync(), ChatBody.Of("Hello there"))).ShouldBeOk();

        answer.Json["object"]!.GetValue<string>().ShouldBe("chat.completion");
        answer.Json["choices"]![0]!["message"]!["content"]!.GetValue<string>().ShouldBe("You said: Hello there");
        answer.Headers.Contains("x-request-id").ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_streams_a_chat()
    {
        var answer = (await ChatAsync(await Ada.KeyAsync(), ChatBody.Of("Hello there", stream: true))).ShouldBeOk();

        answer.ContentType.ShouldBe("text/event-stream; charset=utf-8");
        answer.Headers.Contains("x-request-id").ShouldBeTrue();
        answer.Text.ShouldEndWith("data: [DONE]\n\n");
        var pieces = answer.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[..^1].Select(static line => JsonNode.Parse(line["data: ".Length..])!);
        string.Concat(pieces.Select(static piece => (string?)piece["choices"]![0]!["delta"]!["content"])).ShouldBe("You said: Hello there");
    }

    [Fact]
    public async Task A_chat_that_names_no_model_gets_the_keys_default_one()
    {
        var key = await Ada.KeyAsync(new() { ["default_model"] = "trellis-echo" });

        (await ChatAsync(key, ChatBody.Of(model: null))).ShouldBeOk().Json["model"]!.GetValue<string>().ShouldBe("trellis-echo");
    }

    [Fact]
    public async Task Without_a_default_one_a_chat_must_name_a_model() =>
        (await ChatAsync(await Ada.KeyAsync(), ChatBody.Of(model: null)))
            .ShouldBeOpenAiError(400, "invalid_request_error", "missing_required_parameter", "model");

    [Fact]
    public async Task A_model_that_the_server_does_not_have_is_not_found() =>
        (await ChatAsync(await Ada.KeyAsync(), ChatBody.Of(model: "gpt-nope")))
            .ShouldBeOpenAiError(404, "invalid_request_error", "model_not_found", "model");

    [Fact]
    public async Task A_body_that_is_no_chat_is_refused_by_its_parameter()
    {
        var key = await Ada.KeyAsync();

        (await ChatAsync(key, [])).ShouldBeOpenAiError(400, "invalid_request_error", "missing_required_parameter", "messages");
        (await ChatAsync(key, new JsonObject { ["model"] = 5 })).ShouldBeOpenAiError(400, "invalid_request_error", "invalid_type", "model");
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused()
    {
        using var response = await Server.SendRawAsync(HttpMethod.Post, ChatBody.Path, await Ada.KeyAsync(), "{", HttpCompletionOption.ResponseContentRead);

        (await Answer.ReadAsync(response)).ShouldBeOpenAiError(400, "invalid_request_error", "invalid_json");
    }

    [Fact]
    public async Task A_body_over_the_servers_limit_is_refused() =>
        (await ChatAsync(await Ada.KeyAsync(), ChatBody.Of(new string('x', 1 << 20)))).ShouldBeOpenAiError(413, "invalid_request_error", null);

    [Fact]
    public async Task Other_methods_are_refused_in_OpenAIs_shape() =>
        (await Server.SendAsync(HttpMethod.Get, ChatBody.Path, await Ada.KeyAsync())).ShouldBeOpenAiError(405, "invalid_request_error", null);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chat_shows_in_the_keys_spend(bool stream)
    {
        var key = await Ada.KeyAsync();

        await ChatAsync(key, ChatBody.Of("one two", stream: stream));

        // 3 tokens in at 1 dollar per million, 4 out at 2.
        (await Ada.OnlyKeyAsync())["spend"]!.GetValue<double>().ShouldBe(0.000011);
    }

    [Fact]
    public async Task A_chat_leaves_an_audit_record_of_what_it_cost_and_not_of_what_was_said()
    {
        var key = await Ada.KeyAsync();
        await ChatAsync(key, ChatBody.Of("one two"));

        var data = await Server.Store.ReadAsync(
            session => Kernel.Storage.SqlSessionExtensions.QueryTextAsync(session, $"SELECT event_data FROM audit_records WHERE event_type = 'chat_completed'"),
            AskiiServer.Cancellation);

        JsonNode.Parse(data!)!.AsObject().OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}={member.Value}")
            .ShouldBe(["completion_tokens=4", "cost_nano_usd=11000", "estimated=false", "model=trellis-echo", "prompt_tokens=3", "streamed=false"]);
    }

    private Task<Answer> ChatAsync(string key, JsonObject body) => Server.SendAsync(HttpMethod.Post, ChatBody.Path, key, body);
}
