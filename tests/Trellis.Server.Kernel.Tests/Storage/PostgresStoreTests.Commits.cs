using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed partial class PostgresStoreTests
{
    [Fact]
    public async Task A_constraint_that_is_checked_at_the_commit_fails_the_write()
    {
        await Store.WriteAsync(
            session => session.ExecuteAsync(
                $"CREATE TABLE late (id bigint PRIMARY KEY, parent_id bigint REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)"),
            Cancellation);

        var error = await Should.ThrowAsync<StoreException>(async () => await Store.WriteAsync(
            session => session.ExecuteAsync($"INSERT INTO late (id, parent_id) VALUES (1, 404)"), Cancellation));

        error.Failure.ShouldBe(StoreFailure.Constraint);
    }

    [Fact]
    public async Task A_connection_that_breaks_during_the_commit_leaves_the_outcome_open_and_is_not_repeated()
    {
        await Store.WriteAsync(
            session => session.ExecuteAsync(
                $$"""
                CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
                CREATE CONSTRAINT TRIGGER hang_up AFTER INSERT ON items DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION hang_up();
                """),
            Cancellation);
        var attempts = 0;

        var error = await Should.ThrowAsync<StoreException>(async () => await Store.WriteAsync(
            session =>
            {
                attempts++;
                return session.ExecuteAsync($"INSERT INTO items (id) VALUES ('a')");
            },
            Cancellation));

        error.Failure.ShouldBe(StoreFailure.OutcomeUnknown);
        attempts.ShouldBe(1);
    }
}
