namespace Trellis.Askii.Tests.Tokens;

public sealed class TokenTests
{
    [Fact]
    public async Task A_callback_is_asked_once_per_call_and_not_per_attempt()
    {
        var asked = 0;
        using var askii = new AskiiFixture(
            options => options.Token = TokenSource.FromCallback(() => $"token-{++asked}"), Golden.Error(500), Golden.Ok("{}"), Golden.Ok(Golden.Revoked));
        await askii.Client.RequestAsync(HttpMethod.Post, "/x");
        await askii.Client.Keys.RevokeAsync("k");
        askii.Transport.Requests.Select(request => request.ReadJson().GetProperty("mpass_token").GetString()).ShouldBe(["token-1", "token-1", "token-2"]);
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task An_asynchronous_callback_is_awaited_and_sees_the_cancellation_token()
    {
        using var cancellation = new CancellationTokenSource();
        var seen = CancellationToken.None;
        using var askii = new AskiiFixture(
            options => options.Token = TokenSource.FromCallback(async token =>
            {
                seen = token;
                await Task.Yield();
                return "async-token";
            }),
            Golden.Ok("{}"));
        await askii.Client.RequestAsync(HttpMethod.Post, "/x", cancellationToken: cancellation.Token);
        askii.Transport.LastRequest.BodyText.ShouldContain("async-token");
        seen.ShouldBe(cancellation.Token);
    }

    [Fact]
    public void An_asynchronous_callback_is_refused_by_a_synchronous_method()
    {
        using var askii = new AskiiFixture(options => options.Token = TokenSource.FromCallback(_ => new ValueTask<string?>("t")));
        var error = Should.Throw<AskiiAuthException>(() => askii.Client.Keys.List());
        error.Status.ShouldBe(0);
        error.Message.ShouldContain("Async");
        askii.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void No_token_and_an_empty_token_are_refused_when_the_client_is_built()
    {
        Should.Throw<AskiiAuthException>(() => new AskiiClient(new AskiiClientOptions())).Status.ShouldBe(0);
        Should.Throw<AskiiAuthException>(() => new AskiiClient(new AskiiClientOptions { Token = "" })).Message.ShouldContain("ASKII_TOKEN");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_callback_that_returns_nothing_is_refused_when_called(string? nothing)
    {
        using var askii = new AskiiFixture(options => options.Token = TokenSource.FromCallback(() => nothing));
        (await Should.ThrowAsync<AskiiAuthException>(() => askii.Client.Keys.ListAsync())).Status.ShouldBe(0);
        Should.Throw<AskiiAuthException>(() => askii.Client.Keys.List());
    }

    [Fact]
    public async Task What_a_callback_throws_passes_through_unchanged()
    {
        var thrown = new TimeZoneNotFoundException("vault is closed");
        using var askii = new AskiiFixture(options => options.Token = TokenSource.FromCallback(() => throw thrown));
        (await Should.ThrowAsync<TimeZoneNotFoundException>(() => askii.Client.Keys.ListAsync())).ShouldBeSameAs(thrown);
    }

    [Fact]
    public async Task The_token_is_sent_as_it_is()
    {
        using var askii = new AskiiFixture(options => options.Token = "  spaced \"quoted\" ", Golden.Ok("{}"));
        await askii.Client.RequestAsync(HttpMethod.Post, "/x");
        askii.Transport.LastRequest.ReadJson().GetProperty("mpass_token").GetString().ShouldBe("  spaced \"quoted\" ");
    }
}
