using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Receipts;
using Trellis.Server.Akshi.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Tests.Receipts;

/// <summary>Receipts, on any engine.</summary>
public abstract class ReceiptsSuite : ServerTest
{
    private IReceipts Receipts => Server.Services.GetRequiredService<IReceipts>();

    [Fact]
    public async Task A_chain_begins_with_zeros_and_verifies()
    {
        await IssueAsync(3);

        var receipts = (await Server.GetAsync("/api/v1/receipts")).ShouldBe(200).Json["receipts"]!.AsArray();
        receipts[0]!["prev_hash"]!.GetValue<string>().ShouldBe(Receipt.Genesis);
        receipts[1]!["prev_hash"]!.GetValue<string>().ShouldBe(receipts[0]!["hash"]!.GetValue<string>());
        receipts[2]!["seq"]!.GetValue<int>().ShouldBe(3);
        receipts[2]!["signature"]!.GetValue<string>().ShouldStartWith("ed25519:");
        await ShouldVerifyAsync(3);
    }

    [Theory]
    [InlineData("UPDATE akshi_receipts SET body = '{\"n\":8}' WHERE seq = 2", 2)]
    [InlineData("UPDATE akshi_receipts SET agent = 'other' WHERE seq = 2", 2)]
    [InlineData("UPDATE akshi_receipts SET signature = (SELECT signature FROM akshi_receipts WHERE seq = 1) WHERE seq = 2", 2)]
    [InlineData("DELETE FROM akshi_receipts WHERE seq = 2", 2)]
    [InlineData("DELETE FROM akshi_receipts WHERE seq = 3", 3)]
    [InlineData("DELETE FROM akshi_receipts WHERE seq = 1", 1)]
    [InlineData("UPDATE akshi_receipts SET seq = 9 WHERE seq = 1; UPDATE akshi_receipts SET seq = 1 WHERE seq = 2; UPDATE akshi_receipts SET seq = 2 WHERE seq = 9", 1)]
    public async Task A_changed_removed_or_swapped_receipt_is_found(string sql, int at)
    {
        await IssueAsync(3);

        foreach (var statement in sql.Split("; "))
            await Server.Store.WriteAsync(async session => { await session.ExecuteAsync($"{new SqlFragment(statement)}"); }, AkshiServer.Cancellation);

        var found = (await Server.GetAsync("/api/v1/receipts/verify")).ShouldBe(200).Json;
        found["valid"]!.GetValue<bool>().ShouldBeFalse();
        found["fault_at"]!.GetValue<int>().ShouldBe(at);
    }

    [Fact]
    public async Task After_pruning_the_rest_verifies()
    {
        await IssueAsync(2);
        Server.Clock.Advance(TimeSpan.FromDays(10));
        await IssueAsync(2);
        var book = Server.Services.GetRequiredService<ReceiptBook>();

        await book.PruneAsync(Server.Clock.GetUtcNow() - TimeSpan.FromDays(1), AkshiServer.Cancellation);
        await ShouldVerifyAsync(2);

        Server.Clock.Advance(TimeSpan.FromDays(10));
        await book.PruneAsync(Server.Clock.GetUtcNow() - TimeSpan.FromDays(1), AkshiServer.Cancellation);
        await ShouldVerifyAsync(0);
        await IssueAsync(1);
        await ShouldVerifyAsync(1);
        (await Server.GetAsync("/api/v1/receipts")).Json["anchor"]!["seq"]!.GetValue<int>().ShouldBe(4);
    }

    [Fact]
    public async Task Receipts_written_side_by_side_have_no_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => IssueAsync(1)));

        await ShouldVerifyAsync(20);
    }

    [Fact]
    public async Task Each_receipt_is_on_the_audit_chain_too()
    {
        await IssueAsync(2);

        var hashes = (await Server.GetAsync("/api/v1/receipts")).Json["receipts"]!.AsArray().Select(static receipt => receipt!["hash"]!.GetValue<string>());
        (await Server.AuditAsync("receipt_issued")).Select(static record => record.ResourceId).ShouldBe(hashes);
    }

    [Fact]
    public async Task What_looks_like_a_secret_is_left_out()
    {
        await Receipts.AppendAsync(
            NewReceipt.Of("a", ReceiptKinds.Http, static json =>
            {
                json.WriteString("url", "https://x/?k=sk-0123456789abcdefghijkl");
                json.WriteString("api_key", "hunter2");
            }),
            AkshiServer.Cancellation);

        var text = (await Server.GetAsync("/api/v1/receipts")).Text;
        text.ShouldNotContain("sk-0123456789abcdefghijkl");
        text.ShouldNotContain("hunter2");
        await ShouldVerifyAsync(1);
    }

    private async Task IssueAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var value = number;
            await Receipts.AppendAsync(NewReceipt.Of("ä agent", ReceiptKinds.Spend, json => json.WriteNumber("n", value)), AkshiServer.Cancellation);
        }
    }

    private async Task ShouldVerifyAsync(int count)
    {
        var found = (await Server.GetAsync("/api/v1/receipts/verify")).ShouldBe(200);
        found.Json["valid"]!.GetValue<bool>().ShouldBeTrue(found.Text);
        found.Json["checked"]!.GetValue<int>().ShouldBe(count);
    }
}
