using System.Net;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Chat;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>Compares what the clients were told with what the server knows after a crash.</summary>
internal sealed class LedgerCheck(AskiiClient askii, ChatCaller chat, Ledger ledger)
{
    private readonly ChatTariff _tariff = ledger.Tariff!;

    /// <summary>Compares every key, tries the recent ones, and then goes on from what the server says.</summary>
    public async Task RunAsync()
    {
        var listed = (await askii.Keys.ListAsync()).Keys
            .Where(static key => key.KeyAlias!.StartsWith(LedgerKey.Prefix, StringComparison.Ordinal))
            .ToDictionary(static key => key.KeyAlias!);
        listed.Keys.ShouldAllBe(alias => ledger.Knows(alias), "The server has a key that nobody asked for.");
        foreach (var key in ledger.Keys.ToList())
            await CompareAsync(key, listed.GetValueOrDefault(key.Alias));

        await TryRecentAsync();
        if (ledger.Shared is { } shared)
            await UseUpBudgetAsync(shared);
    }

    private async Task CompareAsync(LedgerKey key, KeyInfo? found)
    {
        if (key.RevocationIsAcknowledged)
            found.ShouldBeNull($"{key.Alias}: an acknowledged revocation was lost.");
        else if (found is null)
            CompareWithNothing(key);
        else
            await CompareWithAsync(key, found);
    }

    private void CompareWithNothing(LedgerKey key)
    {
        (key.Value is null || key.RevocationIsAsked).ShouldBeTrue($"{key.Alias} was acknowledged and is lost.");
        key.RevocationIsAcknowledged = true;
        if (key.Value is null)
            ledger.Forget(key);
    }

    private async Task CompareWithAsync(LedgerKey key, KeyInfo found)
    {
        IReadOnlyList<string>[] possible = key.PendingModels is null ? [key.Models] : [key.Models, key.PendingModels];
        possible.ShouldContain(models => models.SequenceEqual(found.Models), $"{key.Alias}: an acknowledged change of models was lost.");
        var chats = _tariff.Chats(found.Spend);
        chats.ShouldBeInRange(key.FewestChats, key.MostChats, $"{key.Alias}: the spend is wrong.");
        key.Settle(found.Models, chats);

        // A key that was made, or not revoked, behind the clients' back: nobody can use it.
        if (key.Value is null || key.RevocationIsAsked)
            await EndAsync(key);
    }

    private async Task EndAsync(LedgerKey key)
    {
        await askii.Keys.RevokeAsync(key.Alias);
        key.RevocationIsAsked = key.RevocationIsAcknowledged = true;
    }

    // The keys themselves, not only what is said about them.
    private async Task TryRecentAsync()
    {
        foreach (var key in ledger.Recent.Where(static key => key.Value is not null))
        {
            using var answer = await chat.ListModelsAsync(key.Value!);
            answer.StatusCode.ShouldBe(key.RevocationIsAcknowledged ? HttpStatusCode.Unauthorized : HttpStatusCode.OK, key.Alias);
        }
    }

    // What was reserved for chats that the crash ended must be free again.
    private async Task UseUpBudgetAsync(LedgerKey key)
    {
        var rest = await ChatTariff.UseUpAsync(chat, key.Value!);
        (key.ChatsBefore + rest).ShouldBe(_tariff.Capacity, $"{key.Alias}: something is still reserved after the crash.");
        key.Settle(key.Models, key.ChatsBefore + rest);
    }
}
