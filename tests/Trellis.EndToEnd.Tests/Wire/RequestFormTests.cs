using System.Net;
using System.Text;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Wire;

/// <summary>Bodies as other clients write them, and bodies that nobody should.</summary>
public sealed class RequestFormTests(SharedServer server) : IDisposable
{
    private readonly RawCaller _raw = new(server.Url);
    private readonly string _token = server.NewToken();

    [Fact]
    public async Task A_body_with_spaces_and_escapes_as_Python_writes_it_is_understood()
    {
        var (made, _) = await _raw.PostAsync(
            "/platform/provision-key",
            $$"""{"key_alias": "r\u00e9sum\u00e9 \ud83d\ude80", "duration_days": 30, "memory_enabled": false, "mpass_token": "{{_token}}"}""");
        made.StatusCode.ShouldBe(HttpStatusCode.OK);

        var (_, list) = await _raw.PostAsync("/platform/list-keys", $$"""{"mpass_token": "{{_token}}"}""");
        list["keys"]![0]!["key_alias"]!.GetValue<string>().ShouldBe("résumé 🚀");
    }

    [Fact]
    public async Task White_space_around_texts_is_trimmed()
    {
        var (made, _) = await _raw.PostAsync("/platform/provision-key", $$"""{"key_alias": "  agent  ", "mpass_token": "{{_token}}"}""");
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (_, config) = await _raw.PostAsync("/platform/get-key-config", $$"""{"key": " agent ", "mpass_token": "{{_token}}"}""");
        config["key_alias"]!.GetValue<string>().ShouldBe("agent");
    }

    [Fact]
    public async Task The_content_type_does_not_count_so_that_curl_needs_no_header()
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        var body = new StringContent($$"""{"mpass_token": "{{_token}}"}""", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync("/platform/list-keys", body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task A_body_that_is_no_JSON_object_is_refused_in_the_contracts_form(string body)
    {
        var (response, answer) = await _raw.PostAsync("/platform/list-keys", body);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer["detail"]![0]!["loc"]![0]!.GetValue<string>().ShouldBe("body");
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_what_was_sent()
    {
        const string sent = "sk-0123456789abcdefghijklmnop";
        var (response, answer) = await _raw.PostAsync(
            "/platform/provision-key", $$"""{"duration_days": "{{sent}}", "models": ["{{sent}}"], "mpass_token": "{{_token}}"}""");
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.ToJsonString().ShouldNotContain(sent);
        answer.ToJsonString().ShouldNotContain(_token);
    }

    [Fact]
    public async Task A_request_without_a_token_is_unauthorised()
    {
        var (response, answer) = await _raw.PostAsync("/platform/list-keys", "{}");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Select(member => member.Key).ShouldBe(["detail"]);
    }

    [Fact]
    public async Task Every_answer_carries_a_request_id()
    {
        var (good, _) = await _raw.PostAsync("/platform/list-keys", $$"""{"mpass_token": "{{_token}}"}""");
        var (bad, _) = await _raw.PostAsync("/platform/list-keys", "{");
        var ids = new[] { good, bad }.Select(response => response.Headers.GetValues("x-request-id").Single()).ToList();
        ids.ShouldBeUnique();
    }

    public void Dispose() => _raw.Dispose();
}
