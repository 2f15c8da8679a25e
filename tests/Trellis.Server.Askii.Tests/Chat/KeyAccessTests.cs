using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Trellis.Server.Askii.Tests.Errors;
using Trellis.Server.Askii.Tests.Support;
using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Tests.Chat;

public sealed class KeyAccessTests : ServerTest
{
    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        var answer = await ChatAsync(null);

        answer.ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_text_that_is_no_key_is_refused_and_not_echoed()
    {
        foreach (var key in new[] { "sk-", "sk-short", new string('x', 4000), Ada.Token, (await Ada.KeyAsync())[..^1] + "!" })
        {
            var answer = await ChatAsync(key);

            answer.ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
            answer.Text.ShouldNotContain(key);
        }
    }

    [Fact]
    public async Task A_well_formed_key_that_nobody_made_is_refused()
    {
        using var random = RandomNumberGenerator.Create();
        var key = new ApiKeyMint(random).Mint(new ApiKeyPrefix("sk-")).Reveal();

        (await ChatAsync(key)).ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Token")]
    public async Task The_scheme_is_Bearer(string scheme)
    {
        var key = await Ada.KeyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/models") { Headers = { Authorization = new AuthenticationHeaderValue(scheme, key) } };
        using var response = await Server.Http.SendAsync(request, AskiiServer.Cancellation);

        ((int)response.StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_from_the_next_request_on()
    {
        var key = await Ada.KeyAsync();
        (await ChatAsync(key)).ShouldBeOk();
        await Ada.RevokeAsync(key);

        (await ChatAsync(key)).ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
    }

    [Fact]
    public async Task A_key_ends_at_its_time()
    {
        var key = await Ada.KeyAsync(new() { ["duration_days"] = 1 });
        Server.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        (await ChatAsync(key)).ShouldBeOk();
        Server.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await ChatAsync(key);

        answer.ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
        answer.Error["message"]!.GetValue<string>().ShouldContain("expired");
    }

    [Fact]
    public async Task A_blocked_key_is_refused_and_shows_as_blocked()
    {
        var key = await Ada.KeyAsync();
        await Server.ExecuteAsync(new("UPDATE askii_keys SET blocked = 1"));

        (await ChatAsync(key)).ShouldBeOpenAiError(401, "invalid_request_error", "invalid_api_key");
        (await Ada.OnlyKeyAsync())["blocked"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_opens_the_models_it_has_now()
    {
        var key = await Ada.KeyAsync(new() { ["models"] = new JsonArray("trellis-echo") });
        (await ChatAsync(key)).ShouldBeOk();
        await Server.ExecuteAsync(new("UPDATE askii_keys SET models = '[\"another\"]'"));

        (await ChatAsync(key)).ShouldBeOpenAiError(404, "invalid_request_error", "model_not_found", "model");
    }

    [Fact]
    public async Task The_store_holds_no_key()
    {
        var key = await Ada.KeyAsync();
        await ChatAsync(key);

        var columns = await Server.Store.ReadAsync(
            session => session.QueryAsync($"SELECT id, hash, name, models FROM askii_keys", static row => string.Join(' ', row.Text(0), row.Text(1), row.Text(2), row.Text(3))),
            AskiiServer.Cancellation);

        columns.ShouldHaveSingleItem().ShouldNotContain(key[3..^4]);
    }

    private Task<Answer> ChatAsync(string? key) => Server.SendAsync(HttpMethod.Post, ChatBody.Path, key, ChatBody.Of());
}
