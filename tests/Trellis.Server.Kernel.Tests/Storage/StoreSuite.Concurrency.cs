using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public async Task Hundreds_of_concurrent_increments_are_all_counted()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO counters (name, value) VALUES ('hits', 0)"), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => Task.Run(() => IncrementAsync("hits").AsTask())));

        (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT value FROM counters"), Cancellation)).ShouldBe(400);
    }

    [Fact]
    public async Task Every_concurrent_increment_is_answered_with_a_value_of_its_own()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO counters (name, value) VALUES ('hits', 0)"), Cancellation);

        var values = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => IncrementAsync("hits").AsTask())));

        values.Order().ShouldBe(Enumerable.Range(1, 200).Select(value => (long)value));
    }

    [Fact]
    public async Task Of_many_who_claim_one_row_exactly_one_gets_it()
    {
        await InsertAsync("job");

        var claims = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() => Store.WriteAsync(
            session => session.TryExecuteAsync($"UPDATE items SET amount = {number} WHERE id = 'job' AND amount IS NULL"), Cancellation).AsTask())));

        claims.Count(claimed => claimed).ShouldBe(1);
    }

    [Fact]
    public async Task A_callers_own_writes_happen_in_its_order()
    {
        for (var number = 0; number < 50; number++)
            await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id, amount) VALUES ({$"{number}"}, (SELECT count(*) FROM items))"), Cancellation);

        (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM items WHERE id <> CAST(amount AS text)"), Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_token_is_honoured_before_the_work_begins()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var ran = false;

        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.WriteAsync(
            _ =>
            {
                ran = true;
                return ValueTask.FromResult(0);
            },
            cancelled.Token));

        ran.ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_during_the_work_does_not_undo_it()
    {
        using var cancelling = new CancellationTokenSource();

        await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')");
                cancelling.Cancel();
                return 0;
            },
            cancelling.Token);

        (await CountAsync()).ShouldBe(1);
    }

    // Reads the row under a lock first, as a decision would, instead of leaving the sum to the engine.
    private ValueTask<long> IncrementAsync(string name) =>
        Store.WriteAsync(
            async session =>
            {
                var value = 1 + await session.QueryFirstOrDefaultAsync(
                    $"SELECT value FROM counters WHERE name = {name} {session.Dialect.ForUpdate}", row => row.Integer(0));
                await session.ExecuteAsync($"UPDATE counters SET value = {value} WHERE name = {name}");
                return value;
            },
            Cancellation);
}
