using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public async Task Work_that_throws_leaves_nothing_and_its_exception_reaches_the_caller()
    {
        var thrown = new FormatException("mine");

        var seen = await Should.ThrowAsync<FormatException>(async () => await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')");
                return thrown is null ? 0 : throw thrown;
            },
            Cancellation));

        seen.ShouldBeSameAs(thrown);
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Work_that_throws_takes_none_of_its_neighbours_with_it()
    {
        var writes = Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        {
            try
            {
                await Store.WriteAsync(
                    async session =>
                    {
                        await session.ExecuteAsync($"INSERT INTO items (id, amount) VALUES ({$"item-{number}"}, {number})");
                        return number % 3 == 0 ? throw new FormatException() : number;
                    },
                    Cancellation);
            }
            catch (FormatException)
            {
                return false;
            }

            return true;
        }));

        var kept = await Task.WhenAll(writes);

        var stored = await Store.ReadAsync(
            session => session.QueryAsync($"SELECT amount FROM items ORDER BY amount", row => row.Integer(0)), Cancellation);
        stored.ShouldBe(Enumerable.Range(0, 200).Where(number => number % 3 != 0).Select(number => (long)number));
        kept.Count(outcome => outcome).ShouldBe(stored.Count);
    }

    [Fact]
    public async Task A_failed_statement_undoes_the_work_even_if_it_is_swallowed()
    {
        await InsertAsync("taken");

        var error = await Should.ThrowAsync<StoreException>(async () => await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('new')");
                try
                {
                    await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('taken')");
                }
                catch (StoreException)
                {
                }

                return 0;
            },
            Cancellation));

        error.Failure.ShouldBe(StoreFailure.Constraint);
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_that_the_engine_does_not_understand_fails_as_a_store_exception()
    {
        var error = await Should.ThrowAsync<StoreException>(
            async () => await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO nowhere (id) VALUES ({"secret"})"), Cancellation));

        error.Failure.ShouldBe(StoreFailure.Engine);
        error.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("INSERT INTO counters (name, value) VALUES ('a', -1)")]
    [InlineData("INSERT INTO counters (name, value) VALUES ('a', NULL)")]
    [InlineData("INSERT INTO children (id, parent_id) VALUES (1, 404)")]
    public async Task A_violated_constraint_says_so(string sql)
    {
        var error = await Should.ThrowAsync<StoreException>(
            async () => await Store.WriteAsync(session => session.ExecuteAsync($"{new SqlFragment(sql)}"), Cancellation));

        error.Failure.ShouldBe(StoreFailure.Constraint);
    }

    [Fact]
    public async Task The_store_goes_on_after_failures()
    {
        for (var round = 0; round < 20; round++)
            await Should.ThrowAsync<StoreException>(async () => await Store.WriteAsync(session => session.ExecuteAsync($"nonsense"), Cancellation));

        await InsertAsync("a");

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Work_sees_its_own_changes()
    {
        var seen = await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id, body) VALUES ('a', 'mine')");
                return await session.QueryTextAsync($"SELECT body FROM items WHERE id = 'a'");
            },
            Cancellation);

        seen.ShouldBe("mine");
    }

    [Fact]
    public async Task Work_sees_its_callers_ambient_values()
    {
        var ambient = new AsyncLocal<string> { Value = "mine" };

        (await Store.WriteAsync(_ => ValueTask.FromResult(ambient.Value), Cancellation)).ShouldBe("mine");
    }

    [Fact]
    public async Task A_session_is_refused_after_its_work_returned()
    {
        ISqlSession? kept = null;
        await Store.WriteAsync(
            session =>
            {
                kept = session;
                return ValueTask.FromResult(0);
            },
            Cancellation);

        await Should.ThrowAsync<InvalidOperationException>(async () => await kept!.ExecuteAsync($"DELETE FROM items"));
    }
}
