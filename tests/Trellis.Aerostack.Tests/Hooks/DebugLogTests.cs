using Microsoft.Extensions.Logging;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Hooks;

/// <summary>Contract section 5.8, without what it shows in clear.</summary>
public sealed class DebugLogTests
{
    [Fact]
    public async Task Each_attempt_is_written_with_its_response_and_no_secret()
    {
        using var log = new ListLogger();
        using var aerostack = new AerostackFixture(
            options =>
            {
                options.DebugLogger = log.CreateLogger("debug");
                options.Retries = new(new(1, 1, 1, 1000));
            },
            Golden.Error(503),
            Golden.Ok("""{"token":"eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl","user":{"id":"u-1"}}"""));
        await aerostack.Client.Authentication.SigninAsync("a@b.co", new Secret("hunter2"));
        log.Lines.Select(line => line.Message.Split(' ')[0]).ShouldBe(["Request", "Response", "Request", "Response"]);
        log.Lines.ShouldAllBe(line => line.Level == LogLevel.Debug);
        var text = string.Join('\n', log.Lines.Select(line => line.Message));
        text.ShouldContain("POST https://api.aerostack.test/v1/auth/signin");
        text.ShouldContain("a@b.co");
        text.ShouldContain("u-1");
        text.ShouldContain("Response 503");
        text.ShouldNotContain("hunter2");
        text.ShouldNotContain(AerostackFixture.Key);
        text.ShouldNotContain("eyJ");
    }

    [Fact]
    public async Task A_failed_exchange_is_written_and_a_streamed_body_is_not()
    {
        using var log = new ListLogger();
        using var aerostack = new AerostackFixture(options => options.DebugLogger = log.CreateLogger("debug"), StubAnswer.ConnectFailure());
        await Should.ThrowAsync<AerostackConnectionException>(
            () => aerostack.Client.Storage.UploadAsync("k", new("f.txt", new MemoryStream("secret file"u8.ToArray()))));
        log.Lines.Count.ShouldBe(2);
        log.Lines[0].Message.ShouldContain("<streamed>");
        log.Lines[1].Message.ShouldStartWith("Request Exception");
    }

    [Fact]
    public async Task Without_a_logger_nothing_is_written()
    {
        using var log = new ListLogger();
        using var aerostack = new AerostackFixture(options => options.LoggerFactory = log, Golden.Ok());
        await aerostack.Client.Cache.GetAsync("k");
        log.Lines.ShouldAllBe(line => line.Level != LogLevel.Debug);
    }
}
