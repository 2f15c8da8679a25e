using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    private const string SerializationFailure = "40001";

    [Theory]
    [InlineData(SerializationFailure)]
    [InlineData("40P01")]
    public async Task A_write_that_conflicts_is_repeated_from_its_beginning(string code)
    {
        var attempts = 0;

        await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ({$"attempt-{++attempts}"})");
                return attempts < 3 ? await FailAsync(session, code) : attempts;
            },
            Cancellation);

        attempts.ShouldBe(3);
        (await Store.ReadAsync(session => session.QueryAsync($"SELECT id FROM items", row => row.Text(0)), Cancellation)).ShouldBe(["attempt-3"]);
    }

    [Fact]
    public async Task A_write_that_conflicts_is_repeated_even_if_the_work_disguises_the_failure()
    {
        var attempts = 0;

        await Store.WriteAsync(
            async session =>
            {
                try
                {
                    return ++attempts < 2 ? await FailAsync(session, SerializationFailure) : 0;
                }
                catch (StoreException error)
                {
                    throw new FormatException("disguised", error);
                }
            },
            Cancellation);

        attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_write_that_always_conflicts_is_given_up_after_the_allowed_attempts()
    {
        await using var store = await OpenAsync(new StoreOptions { ConnectionString = ConnectionString, MaxAttempts = 3 });
        var attempts = 0;

        var error = await Should.ThrowAsync<StoreException>(async () => await store.WriteAsync(
            session =>
            {
                attempts++;
                return FailAsync(session, SerializationFailure);
            },
            Cancellation));

        error.Failure.ShouldBe(StoreFailure.Unavailable);
        error.Message.ShouldContain("3 attempts");
        attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_that_repeating_does_not_mend_is_not_repeated()
    {
        var attempts = 0;

        await Should.ThrowAsync<StoreException>(async () => await Store.WriteAsync(
            session =>
            {
                attempts++;
                return FailAsync(session, "22012");
            },
            Cancellation));

        attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Writes_that_lock_the_same_rows_in_opposite_order_both_succeed()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO counters (name, value) VALUES ('a', 0), ('b', 0)"), Cancellation);
        using var bothHoldOne = new Barrier(2);
        var meetings = 0;

        await Task.WhenAll(Task.Run(() => IncrementBothAsync("a", "b")), Task.Run(() => IncrementBothAsync("b", "a")));

        (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT sum(value) FROM counters"), Cancellation)).ShouldBe(4);

        async Task IncrementBothAsync(string first, string second) =>
            await Store.WriteAsync(
                async session =>
                {
                    await session.ExecuteAsync($"UPDATE counters SET value = value + 1 WHERE name = {first}");
                    if (Interlocked.Increment(ref meetings) <= 2)
                        bothHoldOne.SignalAndWait(Cancellation);

                    return await session.ExecuteAsync($"UPDATE counters SET value = value + 1 WHERE name = {second}");
                },
                Cancellation);
    }

    [Fact]
    public async Task A_connection_that_breaks_during_the_work_is_replaced()
    {
        var attempts = 0;

        await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')");
                return ++attempts < 2 ? await session.ExecuteAsync($"SELECT pg_terminate_backend(pg_backend_pid())") : 0;
            },
            Cancellation);

        attempts.ShouldBe(2);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Idle_connections_that_the_server_closed_are_replaced()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => CountAsync().AsTask())));
        await (await fixture.DatabaseAsync()).ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await InsertAsync("a");

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Work_that_throws_after_its_connection_broke_gets_its_own_exception() =>
        (await Record.ExceptionAsync(async () => await Store.WriteAsync<int>(
            async session =>
            {
                await (await fixture.DatabaseAsync()).ExecuteAsync(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
                throw new FormatException();
            },
            Cancellation))).ShouldBeOfType<FormatException>();

    private static async ValueTask<int> FailAsync(ISqlSession session, string code) =>
        await session.ExecuteAsync($"{new SqlFragment($"DO $$ BEGIN RAISE EXCEPTION 'asked for' USING ERRCODE = '{code}'; END $$")}");
}
