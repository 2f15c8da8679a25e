using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [Fact]
    public async Task A_job_that_somebody_holds_is_passed_over()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('job-1'), ('job-2')"), Cancellation);

        var (first, second) = await Store.WriteAsync(
            async session =>
            {
                var mine = await ClaimAsync(session);
                return (mine, await Store.WriteAsync(ClaimAsync, Cancellation));
            },
            Cancellation);

        (first, second).ShouldBe(("job-1", "job-2"));

        static ValueTask<string?> ClaimAsync(ISqlSession session) =>
            session.QueryTextAsync($"SELECT id FROM items ORDER BY id LIMIT 1 {session.Dialect.ForUpdateSkipLocked}");
    }

    [Fact]
    public async Task A_chain_that_hundreds_of_writers_append_to_has_no_gap_and_no_fork()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO counters (name, value) VALUES ('chain', 0)"), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(async () => await Store.WriteAsync(
            async session =>
            {
                var head = await session.QueryFirstOrDefaultAsync(
                    $"SELECT value FROM counters WHERE name = 'chain' {session.Dialect.ForUpdate}", row => row.Integer(0));
                await session.ExecuteAsync($"INSERT INTO items (id, amount) VALUES ({$"link-{head + 1}"}, {head})");
                return await session.ExecuteAsync($"UPDATE counters SET value = {head + 1} WHERE name = 'chain'");
            },
            Cancellation))));

        var links = await Store.ReadAsync(session => session.QueryAsync($"SELECT amount FROM items ORDER BY amount", row => row.Integer(0)), Cancellation);
        links.ShouldBe(Enumerable.Range(0, 300).Select(number => (long)number));
    }

    [Fact]
    public async Task Servers_that_start_together_apply_each_migration_once()
    {
        Migration[] steps =
        [
            new("slow", 1, "one", "SELECT pg_sleep(0.05); CREATE TABLE slow_one (id bigint)"),
            new("slow", 2, "two", "SELECT pg_sleep(0.05); INSERT INTO slow_one (id) VALUES (1)"),
        ];

        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => OpenAsync(steps))));

        (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM slow_one"), Cancellation)).ShouldBe(1);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Statements_are_prepared_once_they_repeat()
    {
        await using var store = await OpenAsync(new StoreOptions { ConnectionString = ConnectionString + ";Maximum Pool Size=1" });

        var prepared = await store.WriteAsync(
            async session =>
            {
                for (var number = 0; number < 5; number++)
                    await session.ExecuteAsync($"INSERT INTO items (id) VALUES ({$"{number}"})");

                return await session.QueryIntegerAsync($"SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'INSERT INTO items%'");
            },
            Cancellation);

        prepared.ShouldBe(1);
    }
}
