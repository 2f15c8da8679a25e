using System.Net.Http.Headers;
using System.Text;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Errors;

public sealed class MalformedBodyTests : ServerTest
{
    [Theory]
    [InlineData("", """[{"loc":["body"],"msg":"Field required","type":"missing"}]""")]
    [InlineData("nonsense", """[{"loc":["body",1],"msg":"JSON decode error","type":"json_invalid"}]""")]
    [InlineData("{\"a\":1,}", """[{"loc":["body",7],"msg":"JSON decode error","type":"json_invalid"}]""")]
    [InlineData("{\n\"a\":1,\n  x}", """[{"loc":["body",11],"msg":"JSON decode error","type":"json_invalid"}]""")]
    [InlineData("{} {}", """[{"loc":["body",3],"msg":"JSON decode error","type":"json_invalid"}]""")]
    [InlineData("[]", """[{"loc":["body"],"msg":"Input should be a valid dictionary","type":"dict_type"}]""")]
    [InlineData("null", """[{"loc":["body"],"msg":"Input should be a valid dictionary","type":"dict_type"}]""")]
    [InlineData("\"text\"", """[{"loc":["body"],"msg":"Input should be a valid dictionary","type":"dict_type"}]""")]
    public async Task A_body_that_is_no_object_is_refused(string body, string detail)
    {
        var answer = await Server.PostAsync("/platform/list-keys", body);

        answer.Status.ShouldBe(422);
        answer.Detail!.ToJsonString().ShouldBe(detail);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        var answer = await Server.PostAsync("/platform/list-keys", new ByteArrayContent([.. "{\"a\":\""u8, 0xFF, 0xFE, .. "\"}"u8]));

        answer.Status.ShouldBe(422);
        answer.Detail![0]!["type"]!.GetValue<string>().ShouldBe("json_invalid");
    }

    [Fact]
    public async Task A_deep_body_is_refused()
    {
        var answer = await Server.PostAsync("/platform/list-keys", "{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}");

        answer.Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        var answer = await Server.PostAsync("/platform/list-keys", $$"""{"mpass_token":"{{new string('x', 65 * 1024)}}"}""");

        answer.Status.ShouldBe(413);
        answer.ShouldBeDetail("The request body is larger than the limit of 65536 bytes.");
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/platform/list-keys")
        {
            Content = new StringContent($$"""{"mpass_token":"{{new string('x', 65 * 1024)}}"}"""),
        };
        request.Headers.TransferEncodingChunked = true;
        using var response = await Server.Http.SendAsync(request, AskiiServer.Cancellation);

        ((int)response.StatusCode).ShouldBe(413);
    }

    [Fact]
    public async Task The_content_type_is_not_looked_at()
    {
        var content = new StringContent($$"""{"mpass_token":"{{Ada.Token}}"}""", Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-unknown");

        (await Server.PostAsync("/platform/list-keys", content)).ShouldBeOk();
    }

    [Theory]
    [MemberData(nameof(PlatformEndpoints.All), MemberType = typeof(PlatformEndpoints))]
    public async Task Every_endpoint_is_a_POST(string path)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            var answer = await Server.SendAsync(method, path, key: null, new System.Text.Json.Nodes.JsonObject());

            answer.Status.ShouldBe(405);
            answer.ShouldBeDetail("Method Not Allowed");
        }
    }

    [Fact]
    public async Task An_unknown_path_is_not_found()
    {
        var answer = await Server.PostAsync("/platform/nothing", "{}");

        answer.Status.ShouldBe(404);
        answer.ShouldBeDetail("Not Found");
    }

    [Fact]
    public async Task An_unknown_path_of_OpenAIs_API_is_not_found_in_its_own_words()
    {
        var answer = await Server.PostAsync("/v1/embeddings", "{}");

        answer.Status.ShouldBe(404);
        answer.Text.ShouldStartWith("""{"error":{"message":"Not Found","type":"invalid_request_error",""");
    }

    [Fact]
    public async Task Every_answer_has_a_request_id()
    {
        (await Ada.ListAsync()).Headers.Contains("x-request-id").ShouldBeTrue();
        (await Server.PostAsync("/platform/list-keys", "{}")).Headers.Contains("x-request-id").ShouldBeTrue();
    }

    [Fact]
    public async Task Many_errors_are_told_up_to_twenty()
    {
        var numbers = string.Join(',', Enumerable.Repeat(1, 500));

        var answer = await Server.PostAsync("/platform/provision-key", $$"""{"mpass_token":"{{Ada.Token}}","models":[{{numbers}}]}""");

        answer.Detail!.AsArray().Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("sk-0123456789abcdef0123456789abcdef")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")]
    [InlineData("a\\u0000b")]
    [InlineData("\\ud800")]
    public async Task The_name_of_an_unknown_field_comes_back_only_if_it_is_a_word(string name)
    {
        var answer = await Server.PostAsync("/platform/list-keys", $$"""{"{{name}}":1,"mpass_token":"{{Ada.Token}}"}""");

        answer.Status.ShouldBe(422);
        answer.Text.ShouldBe("""{"detail":[{"loc":["body"],"msg":"Extra inputs are not permitted","type":"extra_forbidden"}]}""");
    }
}
