using Microsoft.Extensions.Logging;
using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Chat;

/// <summary>
/// Keeps what keys spend. For a key with a budget, the most that a chat can cost is reserved before the model is asked; afterwards what it
/// did cost takes the place of the reservation. Other keys need the second step alone.
/// </summary>
/// <remarks>
/// Spend and live reservations of a key together never exceed its budget, however many chats begin at once and on however many servers: each
/// reservation is made under a lock of the key. A chat that costs more than its reservation (a model that went beyond the limit it states) is
/// billed in full. Nothing here gives up when the caller does: what was begun must be settled.
/// </remarks>
internal sealed class SpendLedger(
    IStore store, IAuditLog audit, ServerIdentity server, IModelCatalog catalog, TimeProvider time, ILogger<SpendLedger> logger)
{
    // The clocks of servers that share a store differ, and settling takes a moment.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _lease = catalog.LongestCall + Margin;

    /// <summary>Reserves what a chat can cost.</summary>
    /// <returns>Null when it is reserved or nothing need be; else the refusal.</returns>
    public async ValueTask<OpenAiError?> ReserveAsync(ChatBill bill) =>
        bill.ReservationId is { } id ? await store.WriteAsync(session => ReserveAsync(session, bill, id), CancellationToken.None) : null;

    /// <summary>Bills a chat. A chat that used nothing, because it failed, costs nothing and leaves nothing but the freed reservation.</summary>
    /// <exception cref="StoreException">The bill is not written, and the caller must not get a whole answer.</exception>
    public async ValueTask SettleAsync(ChatBill bill, TokenUsage usage)
    {
        if (usage.TotalTokens == 0)
        {
            await ReleaseAsync(bill);
            return;
        }

        try
        {
            await store.WriteAsync(session => SettleAsync(session, bill, usage), CancellationToken.None);
        }
        catch (StoreException error)
        {
            ChatLog.NotBilled(logger, error, bill.Key.Id, bill.Model.Name, usage.PromptTokens, usage.CompletionTokens);
            throw;
        }
    }

    /// <summary>Frees the reservation of a chat that came to nothing.</summary>
    public async ValueTask ReleaseAsync(ChatBill bill)
    {
        if (bill.ReservationId is { } id)
            await store.WriteAsync(session => ReservationTable.RemoveAsync(session, id), CancellationToken.None);
    }

    private async ValueTask<OpenAiError?> ReserveAsync(ISqlSession session, ChatBill bill, string reservationId)
    {
        var now = time.GetUtcNow();
        if (await ReservationTable.LockAccountAsync(session, bill.Key.Id) is not { } account)
            return KeyErrors.Unknown();
        if (!account.Covers(await ReservationTable.ReservedAsync(session, bill.Key.Id, now), bill.Estimate))
            return KeyErrors.BudgetExceeded();

        await ReservationTable.AddAsync(session, reservationId, bill.Key.Id, server.Id, bill.Estimate, now + _lease);
        return null;
    }

    private async ValueTask SettleAsync(ISqlSession session, ChatBill bill, TokenUsage usage)
    {
        var cost = bill.Model.Price.Cost(usage);
        await KeyTable.AddSpendAsync(session, bill.Key.Id, cost);
        if (bill.ReservationId is { } id)
            await ReservationTable.RemoveAsync(session, id);
        await audit.AppendAsync(session, ChatEvents.Completed(bill, usage, cost));
    }
}
