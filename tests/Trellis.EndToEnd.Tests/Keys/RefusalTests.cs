using System.Text.Json.Nodes;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Keys;

/// <summary>The server's refusals arrive as the exceptions that the client documents.</summary>
public sealed class RefusalTests(SharedServer server)
{
    private const int LargerThanAnyRequest = 100 * 1024;

    [Fact]
    public async Task A_model_that_does_not_exist_is_named_by_its_place()
    {
        using var askii = server.NewClient();
        var refusal = await Should.ThrowAsync<AskiiValidationException>(
            askii.Keys.ProvisionAsync(new() { Models = ["trellis-echo", "no-such-model"] }));

        refusal.Status.ShouldBe(422);
        refusal.FieldErrors.ShouldHaveSingleItem().Path.ShouldBe("body.models.1");
        refusal.RequestId.ShouldNotBeNullOrEmpty();
        refusal.Message.ShouldContain(refusal.RequestId!);
    }

    [Fact]
    public async Task A_value_that_the_client_would_not_send_is_refused_by_the_server_too()
    {
        using var askii = server.NewClient();
        var refusal = await Should.ThrowAsync<AskiiValidationException>(
            askii.RequestAsync(HttpMethod.Post, "/platform/provision-key", new JsonObject { ["duration_days"] = 999 }));

        refusal.Status.ShouldBe(422);
        refusal.FieldErrors.ShouldHaveSingleItem().Path.ShouldBe("body.duration_days");
    }

    [Fact]
    public async Task A_key_that_does_not_exist_is_not_found()
    {
        using var askii = server.NewClient();
        var refusal = await Should.ThrowAsync<AskiiNotFoundException>(askii.Keys.GetConfigAsync("nobody"));
        refusal.Status.ShouldBe(404);
        refusal.Detail!.Value.GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_key_that_does_not_exist_is_not_found_by_the_synchronous_client()
    {
        using var askii = server.NewClient();
        Should.Throw<AskiiNotFoundException>(() => askii.Keys.Revoke("nobody")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_alias_that_is_taken_is_refused_and_nothing_is_made()
    {
        using var askii = server.NewClient();
        await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });

        (await Should.ThrowAsync<AskiiApiException>(askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" }))).Status.ShouldBe(409);
        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused()
    {
        using var askii = server.NewClient();
        var refusal = await Should.ThrowAsync<AskiiApiException>(
            askii.RequestAsync(HttpMethod.Post, "/platform/provision-key", new JsonObject { ["key_alias"] = new string('a', LargerThanAnyRequest) }));
        refusal.Status.ShouldBe(413);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_not_found()
    {
        using var askii = server.NewClient();
        (await Should.ThrowAsync<AskiiNotFoundException>(askii.RequestAsync(HttpMethod.Post, "/platform/no-such-thing"))).Status.ShouldBe(404);
    }
}
