namespace Trellis.Server.Kernel.Storage.Migrations;

/// <summary>The steps that this server knows, checked and in order, and what of them a database still lacks.</summary>
internal sealed class MigrationPlan
{
    private readonly List<Migration> _steps;
    private readonly Dictionary<string, int> _newest;

    /// <exception cref="ArgumentException">The versions of a module are not 1, 2, 3, ….</exception>
    public MigrationPlan(IEnumerable<Migration> migrations)
    {
        var modules = migrations.GroupBy(step => step.Module, StringComparer.Ordinal).ToList();
        _steps = [.. modules.SelectMany(module => module.OrderBy(step => step.Version))];
        _newest = modules.ToDictionary(module => module.Key, module => module.Count(), StringComparer.Ordinal);

        foreach (var module in modules)
        {
            if (!module.Select(step => step.Version).Order().SequenceEqual(Enumerable.Range(1, module.Count())))
                throw new ArgumentException($"The migrations of module '{module.Key}' must have the versions 1, 2, 3, … each once.", nameof(migrations));
        }
    }

    /// <summary>
    /// The steps that <paramref name="applied"/> lacks, in their order. Steps of modules that this server does not have are passed over: a
    /// tool may know the kernel alone.
    /// </summary>
    /// <exception cref="StoreException">The database has steps that this server does not know or knows differently, or lacks one in between.</exception>
    public IReadOnlyList<Migration> Missing(IReadOnlyList<AppliedMigration> applied)
    {
        var known = applied.Where(row => _newest.ContainsKey(row.Module)).ToDictionary(row => (row.Module, row.Version));
        foreach (var row in known.Values)
            RefuseNewer(row);

        var missing = new List<Migration>();
        foreach (var step in _steps)
        {
            if (known.TryGetValue((step.Module, step.Version), out var row))
                RefuseDifferent(step, row, missing is [var first, ..] ? first : null);
            else
                missing.Add(step);
        }

        return missing;
    }

    private void RefuseNewer(AppliedMigration row)
    {
        if (row.Version > _newest[row.Module])
        {
            throw Refusal(
                $"The database has migration {row.Version} ('{row.Name}') of module '{row.Module}', and this server knows only {_newest[row.Module]}: "
                + "a newer server has used it. Run that version or a later one, or restore a backup from before the upgrade.");
        }
    }

    private static void RefuseDifferent(Migration step, AppliedMigration row, Migration? missing)
    {
        if (missing is not null && missing.Module == step.Module)
        {
            throw Refusal(
                $"The database lacks migration {missing.Version} ('{missing.Name}') of module '{missing.Module}' but has {step.Version}. "
                + "Its table schema_migrations was changed by hand; restore a backup.");
        }

        if (!string.Equals(row.Checksum, step.Checksum, StringComparison.Ordinal))
        {
            throw Refusal(
                $"Migration {step.Version} ('{step.Name}') of module '{step.Module}' is not the one that made this database: its checksum is "
                + $"{step.Checksum} here and {row.Checksum} there. Run the server that made it, or put the migration's SQL back and add a new one.");
        }
    }

    private static StoreException Refusal(string message) => new(message) { Failure = StoreFailure.Schema };
}
