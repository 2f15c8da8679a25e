namespace Trellis.Caching.Redis.Connections;

/// <summary>The connections that wait for a command, the one used last on top. Thread safe.</summary>
internal sealed class IdleConnections : IDisposable
{
    private readonly object _gate = new();
    private readonly Stack<RedisConnection> _connections = [];
    private bool _disposed;

    /// <summary>Takes one that still looks usable; those that do not are closed on the way.</summary>
    public RedisConnection? Take()
    {
        while (Pop() is { } connection)
        {
            if (connection.IsUsable)
                return connection;

            connection.Dispose();
        }

        return null;
    }

    /// <summary>Puts one back, or closes it if this is disposed.</summary>
    public void Put(RedisConnection connection)
    {
        connection.IsReused = true;
        lock (_gate)
        {
            if (!_disposed)
            {
                _connections.Push(connection);
                return;
            }
        }

        connection.Dispose();
    }

    /// <summary>Closes all of them: what one of them met, the others will meet too.</summary>
    public void Clear()
    {
        while (Pop() is { } connection)
            connection.Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;

        Clear();
    }

    private RedisConnection? Pop()
    {
        lock (_gate)
            return _connections.TryPop(out var connection) ? connection : null;
    }
}
