using System.Net;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Chat;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>One of the clients that write at the same time. It has keys of its own, and one that all of them share.</summary>
internal sealed class Writer(AskiiClient askii, ChatCaller chat, Ledger ledger, KillSwitch kill, Random random)
{
    // Beyond these, what running chats reserve could leave too little of the shared budget for the next.
    private const int MostSharedChats = 12;

    private static readonly IReadOnlyList<string>[] Selections = [[], [ChatBodies.Model]];

    private readonly LedgerKey _shared = ledger.Shared!;
    private readonly List<LedgerKey> _own = [];

    /// <summary>Writes until the server is killed.</summary>
    public async Task RunAsync()
    {
        while (!kill.HasFired)
        {
            try
            {
                await DoSomethingAsync();
            }
            catch (Exception error) when (kill.HasFired && error is AskiiTransportException or HttpRequestException or IOException)
            {
                // The answer that the kill took away: the ledger knows that it does not know.
            }
        }
    }

    private Task DoSomethingAsync() => _own.FindAll(static key => key.IsLive) is not [_, ..] live
        ? ProvisionAsync()
        : (random.Next(10), Any(live)) switch
        {
            (0 or 1, _) => ProvisionAsync(),
            (2 or 3, var key) => UpdateModelAsync(key),
            (4, var key) => RevokeAsync(key),
            (5 or 6, var key) => AskAsync(key),
            (7, _) when _shared.MostChats < MostSharedChats => AskAsync(_shared),
            (8, _) when _shared.MostChats < MostSharedChats => StreamAsync(_shared),
            (_, var key) => StreamAsync(key),
        };

    private async Task ProvisionAsync()
    {
        var key = ledger.New();
        _own.Add(key);
        kill.Tick();
        var made = await askii.Keys.ProvisionAsync(new() { KeyAlias = key.Alias, MaxBudget = 1 });
        key.Value = made.ApiKey;
        Acknowledge();
    }

    private async Task UpdateModelAsync(LedgerKey key)
    {
        // Always another selection than before, so that a lost change shows.
        var models = Selections[key.Models.Count == 0 ? 1 : 0];
        key.PendingModels = models;
        kill.Tick();
        await askii.Keys.UpdateModelAsync(key.Alias, models);
        (key.Models, key.PendingModels) = (models, null);
        Acknowledge();
    }

    private async Task RevokeAsync(LedgerKey key)
    {
        key.RevocationIsAsked = true;
        kill.Tick();
        await askii.Keys.RevokeAsync(key.Alias);
        key.RevocationIsAcknowledged = true;
        Acknowledge();
    }

    private async Task AskAsync(LedgerKey key)
    {
        key.Ask();
        kill.Tick();
        using var answer = await chat.AskAsync(key.Value!, ChatBodies.Ask());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        key.Answer();
        kill.Tick();
    }

    private async Task StreamAsync(LedgerKey key)
    {
        key.Ask();
        kill.Tick();
        await foreach (var _ in chat.StreamAsync(key.Value!, ChatBodies.Ask(stream: true)))
            kill.Tick();
        key.Answer();
        kill.Tick();
    }

    private LedgerKey Any(List<LedgerKey> keys) => keys[random.Next(keys.Count)];

    private void Acknowledge()
    {
        ledger.Acknowledge();
        kill.Tick();
    }
}
