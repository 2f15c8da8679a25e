using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    [Fact]
    public async Task Execute_answers_the_number_of_changed_rows()
    {
        var counts = await Store.WriteAsync(
            async session => (
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a'), ('b'), ('c')"),
                await session.ExecuteAsync($"UPDATE items SET body = 'x' WHERE id <> 'a'"),
                await session.ExecuteAsync($"DELETE FROM items WHERE id = 'nobody'"),
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a') ON CONFLICT DO NOTHING")),
            Cancellation);

        counts.ShouldBe((3, 2, 0, 0));
    }

    [Fact]
    public async Task A_query_answers_its_rows_in_order()
    {
        foreach (var id in new[] { "c", "a", "b" })
            await InsertAsync(id);

        var ids = await Store.ReadAsync(session => session.QueryAsync($"SELECT id FROM items ORDER BY id DESC", row => row.Text(0)), Cancellation);

        ids.ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public async Task A_query_without_rows_answers_none()
    {
        var (rows, first) = await Store.ReadAsync(
            async session => (
                await session.QueryAsync($"SELECT id FROM items", row => row.Text(0)),
                await session.QueryFirstOrDefaultAsync($"SELECT id FROM items", row => row.Text(0))),
            Cancellation);

        rows.ShouldBeEmpty();
        first.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_of_several_rows_is_answered_and_the_session_goes_on()
    {
        await Store.WriteAsync(session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a'), ('b'), ('c')"), Cancellation);

        var (first, count) = await Store.ReadAsync(
            async session => (
                await session.QueryFirstOrDefaultAsync($"SELECT id FROM items ORDER BY id", row => row.Text(0)),
                await session.QueryIntegerAsync($"SELECT count(*) FROM items")),
            Cancellation);

        (first, count).ShouldBe(("a", 3));
    }

    [Fact]
    public async Task Returning_answers_the_changed_row_and_changes_all()
    {
        var first = await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id, amount) VALUES ('a', 1), ('b', 2)");
                return await session.QueryFirstOrDefaultAsync($"UPDATE items SET amount = amount + 10 RETURNING amount", row => row.Integer(0));
            },
            Cancellation);

        first.ShouldBeOneOf(11, 12);
        (await Store.ReadAsync(session => session.QueryIntegerAsync($"SELECT sum(amount) FROM items"), Cancellation)).ShouldBe(23);
    }

    [Fact]
    public async Task Execute_counts_the_rows_of_a_returning_statement()
    {
        var changed = await Store.WriteAsync(
            session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a'), ('b') RETURNING id"), Cancellation);

        changed.ShouldBe(2);
    }

    [Fact]
    public async Task A_failing_statement_behind_a_query_in_one_text_is_not_overlooked()
    {
        await Should.ThrowAsync<StoreException>(async () => await Store.WriteAsync(
            session => session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a'); SELECT 1; INSERT INTO nowhere (id) VALUES (1)"), Cancellation));

        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Text_is_ordered_by_bytes_where_a_statement_asks_for_it()
    {
        foreach (var id in new[] { "b", "A", "a", "B", "_", "é" })
            await InsertAsync(id);

        var ids = await Store.ReadAsync(
            session => session.QueryAsync($"SELECT id FROM items ORDER BY id{session.Dialect.ByteOrder}", row => row.Text(0)), Cancellation);

        ids.ShouldBe(["A", "B", "_", "a", "b", "é"]);
    }

    [Fact]
    public async Task Like_tells_capitals_apart()
    {
        await InsertAsync("Alpha");

        (await Store.ReadAsync(session => session.ExistsAsync($"SELECT 1 FROM items WHERE id LIKE 'alpha'"), Cancellation)).ShouldBeFalse();
        (await Store.ReadAsync(session => session.ExistsAsync($"SELECT 1 FROM items WHERE id LIKE 'Al%'"), Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_dialects_endings_fit_a_select()
    {
        await InsertAsync("a");

        var ids = await Store.WriteAsync(
            async session => (
                await session.QueryTextAsync($"SELECT id FROM items WHERE id = 'a' {session.Dialect.ForUpdate}"),
                await session.QueryTextAsync($"SELECT id FROM items WHERE id = 'a' LIMIT 1 {session.Dialect.ForUpdateSkipLocked}")),
            Cancellation);

        ids.ShouldBe(("a", "a"));
    }

    [Fact]
    public async Task Many_parameters_fit_one_statement()
    {
        var sum = await Store.ReadAsync(
            session => session.QueryIntegerAsync($"SELECT {1} + {2} + {3} + {4} + {5} + {6} + {7} + {8} + {9} + {10} + {11} + {12}"), Cancellation);

        sum.ShouldBe(78);
    }

    [Fact]
    public async Task More_shapes_of_statements_than_the_engine_keeps_prepared_all_run()
    {
        for (var shape = 0; shape < 600; shape++)
        {
            var value = await Store.ReadAsync(
                session => session.QueryIntegerAsync($"SELECT {new SqlFragment(shape.ToString())} + {1L}"), Cancellation);
            value.ShouldBe(shape + 1);
        }
    }

    [Fact]
    public async Task A_null_that_is_read_as_a_value_is_refused()
    {
        await InsertAsync("a");

        await Should.ThrowAsync<InvalidCastException>(async () => await Store.ReadAsync(
            session => session.QueryAsync($"SELECT body FROM items", row => row.Text(0)), Cancellation));
        await Should.ThrowAsync<InvalidCastException>(async () => await Store.ReadAsync(
            session => session.QueryAsync($"SELECT amount FROM items", row => row.Integer(0)), Cancellation));
    }

    [Fact]
    public async Task A_value_that_is_read_as_another_type_is_refused()
    {
        await InsertAsync("a", "text");

        await Should.ThrowAsync<InvalidCastException>(async () => await Store.ReadAsync(
            session => session.QueryAsync($"SELECT body FROM items", row => row.Integer(0)), Cancellation));
        await Should.ThrowAsync<InvalidCastException>(async () => await Store.ReadAsync(
            session => session.QueryAsync($"SELECT count(*) FROM items", row => row.Text(0)), Cancellation));
    }

    [Fact]
    public async Task A_statement_that_changes_no_rows_answers_zero_even_after_one_that_did()
    {
        var changed = await Store.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a'), ('b')");
                return await session.ExecuteAsync($"CREATE TABLE another (id bigint)");
            },
            Cancellation);

        changed.ShouldBe(0);
    }

    [Fact]
    public async Task A_prepared_statement_survives_a_change_of_its_table()
    {
        await InsertAsync("a", "text");
        (await BodyAsync("a")).ShouldBe("text");

        await Store.WriteAsync(session => session.ExecuteAsync($"ALTER TABLE items ADD COLUMN extra text"), Cancellation);

        await InsertAsync("b", "more");
        (await BodyAsync("b")).ShouldBe("more");
    }

    [Fact]
    public async Task A_text_of_several_statements_counts_all_their_changes()
    {
        var changed = await Store.WriteAsync(
            session => session.ExecuteAsync(
                $"""
                 INSERT INTO items (id) VALUES ('a'), ('b'); -- two
                 /* and */ DELETE FROM items WHERE id = 'a';

                 """),
            Cancellation);

        changed.ShouldBe(3);
    }
}
