using System.Net;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Errors;

/// <summary>Contract section 3.4: what errors say.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task An_empty_message_gives_way_to_the_body()
    {
        const string body = """{"code":"INTERNAL_ERROR","message":""}""";
        using var aerostack = new AerostackFixture(Golden.Error(500, body));
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Database.QueryAsync("x"))).Message.ShouldBe(body);
    }

    [Fact]
    public async Task A_media_type_with_a_blank_is_quoted_json_with_a_charset_too()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Text("{}", "application/json; charset=utf-8", HttpStatusCode.NotFound));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        error.Message.ShouldBe("API error occurred: Status 404 Content-Type \"application/json; charset=utf-8\". Body: {}");
    }

    [Fact]
    public async Task An_empty_body_is_shown_as_two_quotes()
    {
        using var aerostack = new AerostackFixture(StubAnswer.Status(502));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        error.Message.ShouldBe("API error occurred: Status 502 Content-Type \"\". Body: \"\"");
        error.Body.ShouldBe("");
    }

    [Fact]
    public async Task A_long_body_is_cut_in_the_message_alone()
    {
        var body = new string('a', 10_000);
        using var aerostack = new AerostackFixture(
            StubAnswer.Text(body, "text/plain", HttpStatusCode.BadGateway), StubAnswer.Text(body + "bcd", "text/plain", HttpStatusCode.BadGateway));
        (await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"))).Message.ShouldEndWith($"Body: {body}");
        var cut = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        cut.Message.ShouldEndWith($"Body: {body}...and 3 more chars");
        cut.Body.ShouldBe(body + "bcd");
    }

    [Fact]
    public async Task A_body_of_any_length_is_kept_whole()
    {
        var body = new string('a', 200_000);
        using var aerostack = new AerostackFixture(StubAnswer.Text(body, "text/plain", HttpStatusCode.BadGateway));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        error.Body.Length.ShouldBe(200_000);
        error.RawResponse!.Body.Length.ShouldBe(200_000);
    }

    [Fact]
    public async Task An_error_has_headers_request_id_attempts_and_the_wait_it_asks_for()
    {
        using var aerostack = new AerostackFixture(Golden.Error(429).WithHeader("Retry-After", "2").WithHeader("x-request-id", "r-1"));
        var error = await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Cache.GetAsync("k"));
        error.RequestId.ShouldBe("r-1");
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        error.Attempts.ShouldBe(1);
        error.ResponseHeaders["content-type"].ShouldBe("application/json");
        error.RawResponse!.Headers["X-Request-Id"].ShouldBe("r-1");
        error.RawResponse.Address.AbsolutePath.ShouldBe("/v1/cache/get");
    }

    [Fact]
    public async Task What_the_network_did_is_told_apart_and_its_own_exception_kept()
    {
        using var aerostack = new AerostackFixture(StubAnswer.ConnectFailure(), StubAnswer.HangUp());
        (await Should.ThrowAsync<AerostackConnectionException>(() => aerostack.Client.Cache.GetAsync("k"))).InnerException.ShouldBeOfType<HttpRequestException>();
        (await Should.ThrowAsync<AerostackTransportException>(() => aerostack.Client.Cache.GetAsync("k"))).InnerException.ShouldBeOfType<HttpRequestException>();
    }
}
