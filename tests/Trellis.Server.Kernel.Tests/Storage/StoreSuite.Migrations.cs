using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public abstract partial class StoreSuite
{
    private static readonly Migration One = new("mod", 1, "one", "CREATE TABLE one (id bigint)");
    private static readonly Migration Two = new("mod", 2, "two", "CREATE TABLE two (id bigint); INSERT INTO one (id) VALUES (2);");

    [Fact]
    public async Task Migrations_are_applied_in_order_and_recorded()
    {
        await using var store = await OpenAsync(Two, One);

        var applied = await store.ReadAsync(
            session => session.QueryAsync(
                $"SELECT version, name, length(checksum), applied_at > 0 FROM schema_migrations WHERE module = 'mod' ORDER BY version",
                row => (row.Integer(0), row.Text(1), row.Integer(2))),
            Cancellation);
        applied.ShouldBe([(1, "one", 64), (2, "two", 64)]);
    }

    [Fact]
    public async Task Migrations_are_applied_once()
    {
        await (await OpenAsync(One, Two)).DisposeAsync();
        await using var store = await OpenAsync(One, Two);

        (await store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM one"), Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task New_migrations_are_added_to_what_is_there()
    {
        await (await OpenAsync(One)).DisposeAsync();
        await using var store = await OpenAsync(One, Two);

        (await store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM two"), Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Modules_count_their_versions_apart()
    {
        await using var store = await OpenAsync(One, new Migration("other", 1, "its own", "CREATE TABLE other_one (id bigint)"));

        (await store.ReadAsync(session => session.QueryIntegerAsync($"SELECT count(*) FROM other_one"), Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_step_may_have_SQL_of_its_own_for_PostgreSQL()
    {
        var step = new Migration("mod", 1, "one", "CREATE TABLE made_by_sqlite (id bigint)") { PostgresSql = "CREATE TABLE made_by_postgresql (id bigint)" };
        await (await OpenAsync(step)).DisposeAsync();
        await using var store = await OpenAsync(step);

        (await store.ReadAsync(
            session => session.QueryIntegerAsync($"SELECT count(*) FROM {new SqlFragment($"made_by_{session.Dialect.Name}")}"), Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_and_those_before_it_stay()
    {
        var broken = new Migration("mod", 2, "broken", "CREATE TABLE half (id bigint); INSERT INTO nowhere VALUES (1);");

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(One, broken));

        error.Failure.ShouldBe(StoreFailure.Schema);
        error.Message.ShouldContain("mod 2 (broken)");
        await using var store = await OpenAsync(One, new Migration("mod", 2, "mended", "CREATE TABLE half (id bigint)"));
    }

    [Fact]
    public async Task A_database_of_a_newer_server_is_refused()
    {
        await (await OpenAsync(One, Two)).DisposeAsync();

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(One));

        error.Failure.ShouldBe(StoreFailure.Schema);
        error.Message.ShouldContain("a newer server has used it");
    }

    [Fact]
    public async Task A_migration_that_was_changed_is_refused()
    {
        await (await OpenAsync(One)).DisposeAsync();

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(One with { Sql = "CREATE TABLE one (id text)" }));

        error.Failure.ShouldBe(StoreFailure.Schema);
        error.Message.ShouldContain("checksum");
    }

    [Fact]
    public async Task Line_ends_and_blanks_at_line_ends_do_not_change_a_migration()
    {
        await (await OpenAsync(new Migration("mod", 1, "one", "CREATE TABLE one (\n  id bigint)"))).DisposeAsync();
        await (await OpenAsync(new Migration("mod", 1, "one", "\r\nCREATE TABLE one (  \r\n  id bigint)\r\n"))).DisposeAsync();
    }

    [Fact]
    public async Task A_database_that_lacks_a_step_in_between_is_refused()
    {
        var three = new Migration("mod", 3, "three", "CREATE TABLE three (id bigint)");
        await using (var store = await OpenAsync(One, Two, three))
            await store.WriteAsync(session => session.ExecuteAsync($"DELETE FROM schema_migrations WHERE module = 'mod' AND version = 2"), Cancellation);

        var error = await Should.ThrowAsync<StoreException>(() => OpenAsync(One, Two, three));

        error.Failure.ShouldBe(StoreFailure.Schema);
        error.Message.ShouldContain("lacks migration 2");
    }

    [Fact]
    public async Task Versions_with_a_gap_or_a_double_are_refused_before_the_database_is_touched()
    {
        await Should.ThrowAsync<ArgumentException>(() => OpenAsync(One, Two with { Version = 3 }));
        await Should.ThrowAsync<ArgumentException>(() => OpenAsync(One, Two with { Version = 1 }));
        await (await OpenAsync(One)).DisposeAsync();
    }

    [Fact]
    public async Task A_tool_may_know_fewer_modules_than_the_database()
    {
        await (await OpenAsync(One)).DisposeAsync();

        await (await OpenAsync(new Migration("other", 1, "its own", "CREATE TABLE other_one (id bigint)"))).DisposeAsync();
    }
}
