using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Storage.Migrations;

/// <summary>
/// Applies the steps of a plan, each in a transaction of its own that also records it. What is missing is read again in every transaction
/// behind the engine's schema lock, so servers that start together apply each step once.
/// </summary>
internal sealed class Migrator(IStore store, TimeProvider timeProvider, ILogger logger)
{
    /// <exception cref="StoreException">The plan refuses the database, or a step failed; the steps before it stay applied.</exception>
    public async Task ApplyAsync(MigrationPlan plan, CancellationToken cancellationToken)
    {
        while (await store.WriteAsync(session => ApplyNextAsync(session, plan), cancellationToken).ConfigureAwait(false) is { } applied)
            StorageLog.MigrationApplied(logger, applied.Module, applied.Version, applied.Name);
    }

    private async ValueTask<Migration?> ApplyNextAsync(ISqlSession session, MigrationPlan plan)
    {
        if (session.Dialect.LockSchema is { Text.Length: > 0 } schemaLock)
            await session.ExecuteAsync($"{schemaLock}").ConfigureAwait(false);

        await session.ExecuteAsync(
            $"""
             CREATE TABLE IF NOT EXISTS schema_migrations (
                 module text NOT NULL,
                 version bigint NOT NULL,
                 name text NOT NULL,
                 checksum text NOT NULL,
                 applied_at bigint NOT NULL,
                 PRIMARY KEY (module, version))
             """).ConfigureAwait(false);
        var applied = await session.QueryAsync(
            $"SELECT module, version, name, checksum FROM schema_migrations ORDER BY module, version",
            static row => new AppliedMigration(row.Text(0), (int)row.Integer(1), row.Text(2), row.Text(3))).ConfigureAwait(false);

        if (plan.Next(applied) is not { } step)
            return null;

        await ApplyAsync(session, step).ConfigureAwait(false);
        return step;
    }

    private async ValueTask ApplyAsync(ISqlSession session, Migration step)
    {
        try
        {
            await session.ExecuteAsync($"{new SqlFragment(step.SqlFor(session.Dialect))}").ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            throw new StoreException($"Migration {step} failed and was undone: {error.Message}", error) { Failure = StoreFailure.Schema };
        }

        await session.ExecuteAsync(
            $"""
             INSERT INTO schema_migrations (module, version, name, checksum, applied_at)
             VALUES ({step.Module}, {step.Version}, {step.Name}, {step.Checksum}, {timeProvider.GetUtcNow()})
             """).ConfigureAwait(false);
    }
}
