using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class SqliteStoreTests
{
    [Fact]
    public async Task Writes_that_wait_together_share_one_transaction()
    {
        await using var held = await HeldWriter.HoldAsync(Store);
        var first = InsertAsync("a").AsTask();
        var countMeanwhile = Store.WriteAsync(_ => CountAsync(), Cancellation).AsTask();

        await held.ReleaseAsync();

        await first;
        (await countMeanwhile).ShouldBe(0);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_group_has_no_more_writes_than_its_limit()
    {
        await CloseAsync();
        await using var store = await OpenAsync(new StoreOptions { SqlitePath = DatabasePath, MaxWritesPerTransaction = 2 });
        await using var held = await HeldWriter.HoldAsync(store);
        var first = store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')"), Cancellation).AsTask();
        var second = store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('b')"), Cancellation).AsTask();
        var third = store.WriteAsync(
            _ => store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM items")), Cancellation).AsTask();

        await held.ReleaseAsync();

        await first;
        await second;
        (await third).ShouldBe(2);
    }

    [Fact]
    public async Task A_failing_write_in_the_middle_of_a_group_is_undone_alone()
    {
        await using var held = await HeldWriter.HoldAsync(Store);
        var before = InsertAsync("before").AsTask();
        var failing = InsertAsync("before").AsTask();
        var after = InsertAsync("after").AsTask();

        await held.ReleaseAsync();

        await before;
        await after;
        (await Should.ThrowAsync<StoreException>(failing)).Failure.ShouldBe(StoreFailure.Constraint);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task When_the_engine_undoes_the_transaction_all_who_shared_it_hear_of_it_and_those_after_go_on()
    {
        await InsertAsync("taken");
        await using var held = await HeldWriter.HoldAsync(Store);
        var before = InsertAsync("before").AsTask();
        var undoing = Store.WriteAsync(session => session.ExecuteAsync($"INSERT OR ROLLBACK INTO items (id) VALUES ('taken')"), Cancellation).AsTask();
        var after = InsertAsync("after").AsTask();

        await held.ReleaseAsync();

        (await Should.ThrowAsync<StoreException>(undoing)).Failure.ShouldBe(StoreFailure.Constraint);
        (await Should.ThrowAsync<StoreException>(before)).Failure.ShouldBe(StoreFailure.Unavailable);
        await after;
        (await BodyExistsAsync("after"), await BodyExistsAsync("before")).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_failing_commit_fails_everyone_in_the_group()
    {
        await Store.WriteAsync(
            session => session.ExecuteAsync(
                $"CREATE TABLE late (id bigint PRIMARY KEY, parent_id bigint REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)"),
            Cancellation);
        await using var held = await HeldWriter.HoldAsync(Store);
        var innocent = InsertAsync("innocent").AsTask();
        var guilty = Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO late (id, parent_id) VALUES (1, 404)"), Cancellation).AsTask();

        await held.ReleaseAsync();

        await Should.ThrowAsync<StoreException>(guilty);
        await Should.ThrowAsync<StoreException>(innocent);
        (await CountAsync()).ShouldBe(0);
        await InsertAsync("later");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Callers_go_on_outside_the_writer_thread()
    {
        await InsertAsync("a");

        Thread.CurrentThread.Name.ShouldNotBe("trellis-sqlite-writer");
    }

    private ValueTask<bool> BodyExistsAsync(string id) =>
        Store.ReadAsync(session => session.ExistsAsync($"SELECT 1 FROM items WHERE id = {id}"), Cancellation);
}
