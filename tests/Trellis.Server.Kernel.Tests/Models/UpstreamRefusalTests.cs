using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Models;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UpstreamRefusalTests
{
    private const string Error =
        """{"error":{"message":"Too long.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""";

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(422)]
    [InlineData(429)]
    public async Task A_refusal_of_the_request_keeps_its_status_and_its_explanation(int status)
    {
        var failure = await RefuseAsync(status, Error);

        failure.Error.ShouldBe(new OpenAiError(status, "Too long.", "invalid_request_error", "messages", "context_length_exceeded"));
    }

    [Theory]
    [InlineData(401, 502, "upstream_access_refused")]
    [InlineData(402, 502, "upstream_access_refused")]
    [InlineData(403, 502, "upstream_access_refused")]
    [InlineData(500, 502, "upstream_failed")]
    [InlineData(502, 502, "upstream_failed")]
    [InlineData(503, 503, "upstream_failed")]
    [InlineData(504, 504, "upstream_failed")]
    [InlineData(529, 503, "upstream_failed")]
    [InlineData(304, 502, "upstream_failed")]
    public async Task What_is_not_the_callers_fault_does_not_look_like_it(int status, int expected, string code)
    {
        var failure = await RefuseAsync(status, status == 304 ? "" : Error);

        (failure.Error.Status, failure.Error.Code).ShouldBe((expected, code));
        failure.Error.Message.ShouldNotContain("Too long");
    }

    [Fact]
    public async Task A_spent_quota_of_the_server_is_not_the_callers_quota()
    {
        var failure = await RefuseAsync(429, """{"error":{"message":"You exceeded your quota.","code":"insufficient_quota"}}""");

        (failure.Error.Status, failure.Error.Code).ShouldBe((502, "upstream_quota_spent"));
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(404, 502)]
    [InlineData(405, 502)]
    public async Task A_refusal_without_an_explanation_says_so(int status, int expected)
    {
        var failure = await RefuseAsync(status, "<html>no</html>");

        (failure.Error.Status, failure.Error.Code).ShouldBe((expected, "upstream_failed"));
    }

    [Fact]
    public async Task A_code_that_is_a_number_is_passed_as_text() =>
        (await RefuseAsync(400, """{"error":{"message":"x","code":400}}""")).Error.Code.ShouldBe("400");

    [Fact]
    public async Task An_explanation_that_quotes_the_servers_key_masks_it()
    {
        var failure = await RefuseAsync(400, """{"error":{"message":"Bad key sk-very-secret."}}""");

        failure.Error.Message.ShouldBe("Bad key ***.");
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 2026 00:00:30 GMT", 30)]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 0)]
    public async Task The_wait_it_asks_for_is_passed_in_seconds(string header, int seconds)
    {
        var failure = await RefuseAsync(429, Error, header);

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    private static async Task<ChatFailure> RefuseAsync(int status, string body, string? retryAfter = null)
    {
        await using var server = await TestServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            if (body.Length > 0)
            {
                await context.Response.WriteAsync(body);
            }
        });
        await using var catalog = TestCatalog.OfUpstream(server.Url, "\"apiKey\":\"sk-very-secret\",", time: new ManualTimeProvider());
        return (await catalog["m"].CompleteAsync(Chat.Parse(Chat.Plain))).ShouldBeOfType<ChatFailure>();
    }
}
