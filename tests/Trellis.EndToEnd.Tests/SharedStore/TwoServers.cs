using Trellis.EndToEnd.Tests.Servers;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.EndToEnd.Tests.SharedStore;

/// <summary>Two server processes, each with a data directory of its own, on one PostgreSQL database.</summary>
public sealed class TwoServers : IAsyncDisposable
{
    private readonly DataFolder _firstData = new();
    private readonly DataFolder _secondData = new();
    private readonly Lazy<Task<Running>> _running;

    public TwoServers() => _running = new(StartAsync);

    /// <summary>The servers, or the test that asks is skipped where there is no PostgreSQL.</summary>
    internal Task<Running> StartedAsync() => _running.Value;

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated && _running.Value.IsCompletedSuccessfully)
        {
            var running = await _running.Value;
            await running.First.DisposeAsync();
            await running.Second.DisposeAsync();
            await running.Database.DisposeAsync();
        }

        _firstData.Dispose();
        _secondData.Dispose();
    }

    private async Task<Running> StartAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        var settings = new ServerSettings { Store = database.ConnectionString };

        // Both start on an empty database at the same time: one of them makes the schema and the organisation.
        var both = await Task.WhenAll(ServerProcess.StartAsync(_firstData, settings), ServerProcess.StartAsync(_secondData, settings));
        return new Running(database, both[0], both[1]);
    }

    /// <summary>The servers and their database.</summary>
    internal sealed record Running(PostgresDatabase Database, ServerProcess First, ServerProcess Second);
}
