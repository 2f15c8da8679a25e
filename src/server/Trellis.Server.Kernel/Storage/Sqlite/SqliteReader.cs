namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>A connection that reads, with its prepared commands. Used by one caller at a time.</summary>
internal sealed class SqliteReader(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommands _commands = new(connection);

    /// <summary>Runs <paramref name="work"/> against the snapshot that its first statement opens.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<ISqlSession, ValueTask<T>> work)
    {
        _commands.Run("BEGIN");
        try
        {
            var session = new SqliteSession(_commands, thread: null);
            try
            {
                var result = await work(session).ConfigureAwait(false);
                return session.Failure is null ? result : throw session.Failure;
            }
            finally
            {
                session.Close();
            }
        }
        finally
        {
            _commands.Run("ROLLBACK");
        }
    }

    public void Dispose()
    {
        _commands.Dispose();
        connection.Dispose();
    }
}
