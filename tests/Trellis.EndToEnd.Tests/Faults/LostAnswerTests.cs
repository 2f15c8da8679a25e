using System.Text.Json.Nodes;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Chat;

namespace Trellis.EndToEnd.Tests.Faults;

/// <summary>Answers that never arrive, or not to their end.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public async Task A_read_whose_answer_is_lost_fails_as_a_broken_exchange_and_is_not_repeated()
    {
        await using var server = await FaultyServer.StartAsync("POST /platform/list-keys", new JsonObject { ["loseResponse"] = true, ["times"] = 1 });
        using var askii = server.NewClient();

        var failure = await Should.ThrowAsync<AskiiTransportException>(askii.Keys.ListAsync());
        failure.Attempts.ShouldBe(1);
        failure.Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_has_happened_once()
    {
        await using var server = await FaultyServer.StartAsync("POST /platform/provision-key", new JsonObject { ["loseResponse"] = true, ["times"] = 1 });
        using var askii = server.NewClient();

        await Should.ThrowAsync<AskiiTransportException>(askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" }));
        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().KeyAlias.ShouldBe("agent");
    }

    [Fact]
    public async Task An_answer_that_is_cut_is_a_broken_exchange()
    {
        await using var server = await FaultyServer.StartAsync("POST /platform/list-keys", new JsonObject { ["cutAfterBytes"] = 5, ["times"] = 1 });
        using var askii = server.NewClient();
        (await Should.ThrowAsync<AskiiTransportException>(askii.Keys.ListAsync())).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_is_cut_is_not_mistaken_for_one_that_ended_and_what_was_produced_is_billed()
    {
        await using var server = await FaultyServer.StartAsync("POST /v1/chat/completions", new JsonObject { ["cutAfterBytes"] = 600, ["times"] = 1 });
        using var askii = server.NewClient();
        using var chat = new ChatCaller(server.Url);
        var key = await askii.Keys.ProvisionAsync(new() { KeyAlias = "agent" });

        await Should.ThrowAsync<IOException>(() => chat.StreamAsync(key.ApiKey, ChatBodies.Ask(stream: true)).ToListAsync().AsTask());

        var cut = (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().Spend;
        await chat.StreamAsync(key.ApiKey, ChatBodies.Ask(stream: true)).ToListAsync();
        var whole = (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().Spend - cut;
        cut.ShouldBeInRange(double.Epsilon, whole);
    }
}
