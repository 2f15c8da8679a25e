namespace Trellis.TestInfrastructure.Postgres;

/// <summary>
/// A class fixture: one database for all tests of a class, made when the first of them asks. Asking skips the test where there is no server.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresDatabase>> _database = new(CreateAsync);

    /// <summary>The database of the class.</summary>
    public Task<PostgresDatabase> DatabaseAsync() => _database.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_database.IsValueCreated && _database.Value.IsCompletedSuccessfully)
            await (await _database.Value).DisposeAsync();
    }

    private static async Task<PostgresDatabase> CreateAsync() => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
}
