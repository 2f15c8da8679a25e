using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Storage.Migrations;

/// <summary>
/// Applies the steps of a plan and records them: to a database that has data, each in a transaction of its own; to an empty one, all in one,
/// since there a step takes less time than its flush to the disk. What is missing is read again in every transaction behind the engine's
/// schema lock, so servers that start together apply each step once.
/// </summary>
internal sealed class Migrator(IStore store, TimeProvider timeProvider, ILogger logger)
{
    /// <exception cref="StoreException">The plan refuses the database, or a step failed; the steps before it stay applied.</exception>
    public async Task ApplyAsync(MigrationPlan plan, CancellationToken cancellationToken)
    {
        var together = true;
        Progress? progress = null;
        while (progress is not { IsComplete: true })
        {
            try
            {
                progress = await store.WriteAsync(session => ApplyMissingAsync(session, plan, together), cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException error) when (together && error.Failure == StoreFailure.Schema)
            {
                // One by one, those before the one that fails stay.
                together = false;
                continue;
            }

            foreach (var step in progress.Applied)
                StorageLog.MigrationApplied(logger, step.Module, step.Version, step.Name);
        }
    }

    private async ValueTask<Progress> ApplyMissingAsync(ISqlSession session, MigrationPlan plan, bool together)
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

        var missing = plan.Missing(applied);
        IReadOnlyList<Migration> steps = together && applied.Count == 0 ? missing : [.. missing.Take(1)];
        foreach (var step in steps)
            await ApplyAsync(session, step).ConfigureAwait(false);

        return new Progress(steps, IsComplete: steps.Count == missing.Count);
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

    private sealed record Progress(IReadOnlyList<Migration> Applied, bool IsComplete);
}
