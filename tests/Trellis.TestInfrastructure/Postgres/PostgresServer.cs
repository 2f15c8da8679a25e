using Npgsql;
using Xunit;

namespace Trellis.TestInfrastructure.Postgres;

/// <summary>
/// The PostgreSQL server of a test run: the one that <c>TRELLIS_TEST_POSTGRES</c> names, or else a temporary one made from the programs
/// that are installed on the machine. Started at most once per process.
/// </summary>
public sealed class PostgresServer
{
    private const string Variable = "TRELLIS_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer?>> Server = new(FindAsync);

    private PostgresServer(string connectionString) => ConnectionString = connectionString;

    /// <summary>The connection string of a user who may make databases.</summary>
    public string ConnectionString { get; }

    /// <summary>The server, or the test that asks is skipped and says how to get one.</summary>
    public static async Task<PostgresServer> SharedAsync()
    {
        var server = await Server.Value;
        Assert.SkipWhen(
            server is null,
            $"There is no PostgreSQL server. Install its programs (for example 'apt-get install postgresql'; 15 or later), or set {Variable} "
            + "to the connection string of a user who may create databases, such as 'Host=127.0.0.1;Username=postgres;Password=…;Database=postgres'.");
        return server!;
    }

    /// <summary>Makes an empty database, to be dropped by disposing it.</summary>
    public async Task<PostgresDatabase> CreateDatabaseAsync()
    {
        var name = $"trellis_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
        return new PostgresDatabase(this, name, connectionString);
    }

    /// <summary>Runs SQL as the superuser, in its own database.</summary>
    public Task ExecuteAsync(string sql) => ExecuteAsync(ConnectionString, sql);

    internal static async Task ExecuteAsync(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync();

        // Dropping a database of many schemas removes thousands of files, which a busy machine takes its time for.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connectionString)
            return new PostgresServer(connectionString);

        if (OperatingSystem.IsWindows() || await PostgresBinaries.FindAsync() is not { } binaries)
            return null;

        return new PostgresServer(await PostgresCluster.StartAsync(binaries));
    }
}
