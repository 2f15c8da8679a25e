using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Askii.Chat;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Askii.Tests.Support;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Tests.Chat;

/// <summary>The rule of budgets, whatever chats come in whatever order: spend and reservations together never exceed the budget.</summary>
public sealed class SpendLedgerTests : ServerTest
{
    // One nano-dollar for each token, so that tokens and money are the same numbers.
    private static readonly ModelDescription Model = new("priced", "test", new ModelPrice(0.001m, 0.001m), DateTimeOffset.UnixEpoch);

    private SpendLedger Ledger => Server.Services.GetRequiredService<SpendLedger>();

    [Fact]
    public async Task Chats_one_after_the_other_follow_a_model_of_the_ledger()
    {
        foreach (var chats in Gen.ListOf(Chat(), 12).Sample(12))
        {
            var key = await KeyAsync(budget: 1000);
            var (spend, open) = (0L, new List<ChatBill>());
            foreach (var (estimate, percent, overlaps) in chats)
            {
                var bill = Bill(key, estimate);
                var refusal = await Ledger.ReserveAsync(bill);
                (refusal is null).ShouldBe(spend + open.Sum(static other => other.Estimate) + estimate <= 1000);
                if (refusal is not null)
                    continue;

                open.Add(bill);
                if (overlaps)
                    continue;

                foreach (var due in open)
                {
                    var cost = due.Estimate * percent / 100;
                    await Ledger.SettleAsync(due, new TokenUsage(cost, 0));
                    spend += cost;
                }

                open.Clear();
            }

            (await AccountAsync(key)).ShouldBe((spend, open.Sum(static bill => bill.Estimate)));
        }
    }

    [Fact]
    public async Task At_no_moment_do_chats_that_run_at_once_exceed_the_budget()
    {
        var key = await KeyAsync(budget: 1000);
        var chats = Chat().Sample(60).ToList();
        var most = 0L;

        await Task.WhenAll(chats.Select(async chat =>
        {
            var bill = Bill(key, chat.Estimate);
            if (await Ledger.ReserveAsync(bill) is not null)
                return;

            var (spend, reserved) = await AccountAsync(key);
            InterlockedMax(ref most, spend + reserved);
            await Ledger.SettleAsync(bill, new TokenUsage(0, chat.Estimate * chat.Percent / 100));
        }));

        most.ShouldBeInRange(1, 1000);
        (await AccountAsync(key)).Reserved.ShouldBe(0);
    }

    [Fact]
    public async Task Settling_a_chat_whose_reservation_has_lapsed_still_bills_it()
    {
        var key = await KeyAsync(budget: 1000);
        var bill = Bill(key, 900);
        (await Ledger.ReserveAsync(bill)).ShouldBeNull();
        Server.Clock.Advance(TimeSpan.FromDays(1));
        var next = Bill(key, 900);
        (await Ledger.ReserveAsync(next)).ShouldBeNull();

        await Ledger.SettleAsync(bill, new TokenUsage(700, 0));

        (await AccountAsync(key)).ShouldBe((700, 900));
    }

    [Fact]
    public async Task A_key_that_was_revoked_meanwhile_reserves_nothing()
    {
        var key = await KeyAsync(budget: 1000);
        await Server.ExecuteAsync(new("UPDATE askii_keys SET revoked_at = 1"));

        (await Ledger.ReserveAsync(Bill(key, 1)))!.Code.ShouldBe("invalid_api_key");
    }

    private static Gen<(long Estimate, long Percent, bool Overlaps)> Chat() =>
        from estimate in Gen.Choose(1, 600)
        from percent in Gen.Choose(1, 100)
        from overlaps in ArbMap.Default.GeneratorFor<bool>()
        select ((long)estimate, (long)percent, overlaps);

    private static ChatBill Bill(AskiiKey key, long estimate) => new(key, Model, new RequestOrigin(null, "test"), IsStreamed: false, estimate);

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); value > seen;)
        {
            var found = Interlocked.CompareExchange(ref most, value, seen);
            if (found == seen)
                return;
            seen = found;
        }
    }

    private async Task<AskiiKey> KeyAsync(long budget)
    {
        await Ada.KeyAsync(new() { ["max_budget"] = (decimal)budget / ModelPrice.NanoUsdPerUsd });
        var user = await Server.Store.ReadAsync(session => session.QueryTextAsync($"SELECT id FROM users"), AskiiServer.Cancellation);
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Server.Store.ReadAsync(session => KeyTable.ListAsync(session, user!), AskiiServer.Cancellation))[^1];
    }

    private async Task<(long Spend, long Reserved)> AccountAsync(AskiiKey key) =>
        await Server.Store.ReadAsync(
            async session => (
                await session.QueryIntegerAsync($"SELECT spend FROM askii_keys WHERE id = {key.Id}") ?? 0,
                await session.QueryIntegerAsync($"SELECT CAST(SUM(amount) AS bigint) FROM askii_reservations WHERE key_id = {key.Id}") ?? 0),
            AskiiServer.Cancellation);
}
