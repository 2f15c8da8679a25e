using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class SqliteStoreTests
{
    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_is_given_up_at_once()
    {
        using var cancelling = new CancellationTokenSource();
        await using var held = await HeldWriter.HoldAsync(Store);
        var waiting = Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')"), cancelling.Token).AsTask();

        await cancelling.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await held.ReleaseAsync();
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Closing_finishes_what_is_queued_and_refuses_those_who_still_wait_for_a_place()
    {
        await CloseAsync();
        var store = await OpenAsync(new StoreOptions { SqlitePath = DatabasePath, MaxQueuedWrites = 2 });
        await using var held = await HeldWriter.HoldAsync(store);
        var writes = Enumerable.Range(0, 5)
            .Select(number => store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ({$"item-{number}"})")).AsTask())
            .ToArray();

        var closing = store.DisposeAsync().AsTask();
        foreach (var refused in writes[2..])
            await Should.ThrowAsync<ObjectDisposedException>(refused);

        await held.ReleaseAsync();
        await Task.WhenAll(writes[..2]);
        await closing;
        await ReopenAsync();
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_caller_who_waits_for_a_place_can_give_up()
    {
        await CloseAsync();
        await using var store = await OpenAsync(new StoreOptions { SqlitePath = DatabasePath, MaxQueuedWrites = 1 });
        using var cancelling = new CancellationTokenSource();
        await using var held = await HeldWriter.HoldAsync(store);
        var queued = store.WriteAsync(_ => ValueTask.FromResult(0)).AsTask();
        var waiting = store.WriteAsync(_ => ValueTask.FromResult(0), cancelling.Token).AsTask();

        await cancelling.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await held.ReleaseAsync();
        await queued;
    }

    [Fact]
    public async Task A_full_queue_loses_nothing()
    {
        await CloseAsync();
        await using var store = await OpenAsync(new StoreOptions { SqlitePath = DatabasePath, MaxQueuedWrites = 3, MaxWritesPerTransaction = 2 });

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ({$"item-{number}"})")).AsTask())));

        (await store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM items"))).ShouldBe(100);
    }

    [Fact]
    public async Task Work_that_awaits_something_foreign_is_undone_and_told_so()
    {
        var foreign = new TaskCompletionSource();
        Exception? later = null;
        var touched = new TaskCompletionSource();
        var write = Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')");
                await foreign.Task;
                later = await Record.ExceptionAsync(async () => await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('b')"));
                touched.SetResult();
                return 0;
            },
            Cancellation);

        var error = await Should.ThrowAsync<InvalidOperationException>(async () => await write);

        error.Message.ShouldContain("awaited something other than its session");
        foreign.SetResult();
        await touched.Task;
        later.ShouldBeOfType<InvalidOperationException>();
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(
            async () => await Store.WriteAsync(_ => InsertAsync("inner"), Cancellation));

        error.Message.ShouldContain("awaited something other than its session");
    }

    [Fact]
    public async Task Reads_beyond_the_limit_wait_for_their_turn()
    {
        await CloseAsync();
        await using var store = await OpenAsync(new StoreOptions { SqlitePath = DatabasePath, MaxReaders = 1 });
        var release = new TaskCompletionSource();
        var first = store.ReadAsync(
            async session =>
            {
                await release.Task;
                return 1;
            }).AsTask();
        using var cancelling = new CancellationTokenSource();
        var second = store.ReadAsync(_ => ValueTask.FromResult(2), cancelling.Token).AsTask();
        var third = store.ReadAsync(_ => ValueTask.FromResult(3)).AsTask();

        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        third.IsCompleted.ShouldBeFalse();
        release.SetResult();

        (await first, await third).ShouldBe((1, 3));
    }
}
