using Npgsql;

namespace Trellis.TestInfrastructure.Postgres;

/// <summary>A database of one test or one class of tests. Disposing it drops it, whoever is still connected.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly PostgresServer _server;

    internal PostgresDatabase(PostgresServer server, string name, string connectionString)
    {
        _server = server;
        Name = name;
        ConnectionString = connectionString;
    }

    /// <summary>The name of the database.</summary>
    public string Name { get; }

    /// <summary>A connection string that leads to the database.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes an empty schema in the database: as good as a database of its own, and made in a moment.</summary>
    /// <returns>A connection string whose unqualified names belong to the new schema.</returns>
    public async Task<string> CreateSchemaAsync()
    {
        var name = $"s_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE SCHEMA {name}");
        return new NpgsqlConnectionStringBuilder(ConnectionString) { SearchPath = name }.ConnectionString;
    }

    /// <summary>Runs SQL in the database.</summary>
    public Task ExecuteAsync(string sql) => PostgresServer.ExecuteAsync(ConnectionString, sql);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _server.ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
}
