using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UpstreamRequestTests
{
    private const string Answer = """{"id":"1","choices":[{"message":{"content":"Hi"}}],"usage":{"prompt_tokens":1,"completion_tokens":1}}""";

    [Fact]
    public async Task Everything_but_the_models_name_travels_as_the_caller_wrote_it()
    {
        var (_, body) = await SendAsync("""{"model":"m", "messages":[ {"role":"user","content":"\u00e9 😀"} ],"seed":1.50,"x_new":{"a":[1e2,null]}}""");

        body.ShouldBe("""{"messages":[ {"role":"user","content":"\u00e9 😀"} ],"seed":1.50,"x_new":{"a":[1e2,null]},"model":"upstream-m"}""");
    }

    [Fact]
    public async Task A_request_without_a_model_gets_the_resolved_one()
    {
        var (_, body) = await SendAsync("""{"messages":[{"role":"user","content":"x"}]}""");

        body.ShouldEndWith("""
            "model":"upstream-m"}
            """.Trim());
    }

    [Theory]
    [InlineData("", "{\"include_usage\":true}")]
    [InlineData(",\"stream_options\":null", "{\"include_usage\":true}")]
    [InlineData(",\"stream_options\":{\"include_usage\":false,\"chunk_size\":7}", "{\"chunk_size\":7,\"include_usage\":true}")]
    public async Task A_stream_is_asked_to_report_usage(string options, string expected)
    {
        var (_, body) = await SendAsync($$"""{"stream":true{{options}},"messages":[{"role":"user","content":"x"}]}""");

        body.ShouldContain("\"stream_options\":" + expected);
        body.IndexOf("stream_options", StringComparison.Ordinal).ShouldBe(body.LastIndexOf("stream_options", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upstream_that_refuses_such_a_wish_is_not_asked()
    {
        var (_, body) = await SendAsync(
            """{"stream":true,"messages":[{"role":"user","content":"x"}]}""", "\"asksForUsage\":false,");

        body.ShouldNotContain("stream_options");
    }

    [Fact]
    public async Task The_key_travels_as_bearer()
    {
        var (headers, _) = await SendAsync(Chat.Plain, "\"apiKey\":\"sk-upstream\",");

        headers.Authorization.ToString().ShouldBe("Bearer sk-upstream");
        headers.ContentType.ToString().ShouldBe("application/json");
    }

    [Fact]
    public async Task An_upstream_without_a_key_gets_none()
    {
        var (headers, _) = await SendAsync(Chat.Plain);

        headers.Authorization.ShouldBeEmpty();
    }

    private static async Task<(IHeaderDictionary Headers, string Body)> SendAsync(string request, string members = "")
    {
        var headers = new HeaderDictionary();
        var body = "";
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Request.Path.Value.ShouldBe("/v1/chat/completions");
            foreach (var header in context.Request.Headers)
            {
                headers[header.Key] = header.Value;
            }

            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            await context.Response.WriteAsync(Answer);
        });
        await using var catalog = TestCatalog.OfUpstream(server.Url, members);
        await catalog["m"].CompleteAsync(Chat.Parse(request));
        return (headers, body);
    }
}
