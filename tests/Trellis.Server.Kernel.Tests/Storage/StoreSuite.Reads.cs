using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public async Task A_read_keeps_seeing_the_snapshot_it_began_with()
    {
        await InsertAsync("a");

        var counts = await Store.ReadAsync(
            async session =>
            {
                var before = await session.QueryIntegerAsync($"SELECT count(*) FROM items");
                await InsertAsync("b");
                return (before, after: await session.QueryIntegerAsync($"SELECT count(*) FROM items"));
            },
            Cancellation);

        counts.ShouldBe((1, 1));
        (await CountAsync()).ShouldBe(2);
    }

    [Theory]
    [InlineData("INSERT INTO items (id) VALUES ('a')")]
    [InlineData("UPDATE counters SET value = 2")]
    [InlineData("DELETE FROM counters")]
    [InlineData("CREATE TABLE another (id bigint)")]
    [InlineData("DROP TABLE items")]
    public async Task A_read_refuses_to_write(string sql)
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO counters (name, value) VALUES ('a', 1)"), Cancellation);

        await Should.ThrowAsync<StoreException>(
            async () => await Store.ReadAsync(session => session.ExecuteAsync($"{new SqlFragment(sql)}"), Cancellation));

        (await CountAsync()).ShouldBe(0);
        (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT sum(value) FROM counters"), Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_read_that_throws_gives_its_exception_and_the_store_goes_on()
    {
        for (var round = 0; round < 50; round++)
            await Should.ThrowAsync<FormatException>(async () => await Store.ReadAsync<int>(_ => throw new FormatException(), Cancellation));

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Reads_run_beside_writes_and_see_whole_transactions_only()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO counters (name, value) VALUES ('a', 0), ('b', 0)"), Cancellation);
        var writing = Task.Run(async () =>
        {
            for (var round = 0; round < 200; round++)
            {
                await Store.WriteAsync(
                    async session =>
                    {
                        await session.ExecuteAsync($"UPDATE counters SET value = value + 1 WHERE name = 'a'");
                        return await session.ExecuteAsync($"UPDATE counters SET value = value + 1 WHERE name = 'b'");
                    },
                    Cancellation);
            }
        });

        while (!writing.IsCompleted)
        {
            var (a, b) = await Store.ReadAsync(
                async session => (
                    await session.QueryIntegerAsync($"SELECT value FROM counters WHERE name = 'a'"),
                    await session.QueryIntegerAsync($"SELECT value FROM counters WHERE name = 'b'")),
                Cancellation);
            b.ShouldBe(a);
        }

        await writing;
    }
}
