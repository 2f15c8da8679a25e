using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>One piece of work's view of a connection with an open transaction.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : ISqlSession
{
    // Any number will do, as long as every server uses the same and no other program on the database does.
    private const long SchemaLock = 0x7472656C6C6973;

    private static readonly SqlDialect PostgresDialect =
        new("postgresql", new SqlFragment(" FOR UPDATE"), new SqlFragment(" FOR UPDATE SKIP LOCKED"))
        {
            ByteOrder = new SqlFragment(" COLLATE \"C\""),
            IsShared = true,
            LockSchema = new SqlFragment($"SELECT pg_advisory_xact_lock({SchemaLock})"),
        };

    private bool _closed;

    public SqlDialect Dialect => PostgresDialect;

    /// <summary>The first statement that failed; PostgreSQL then refuses the rest of the transaction and turns its commit into a rollback.</summary>
    public StoreException? Failure { get; private set; }

    /// <summary>What to do once the transaction is durable; mostly nothing.</summary>
    public AfterCommitActions? AfterCommitActions { get; private set; }

    public void Close() => _closed = true;

    public void AfterCommit(Action action)
    {
        RequireOpen();
        (AfterCommitActions ??= new AfterCommitActions()).Add(action);
    }

    public async ValueTask<int> ExecuteAsync(SqlStatement statement)
    {
        var command = Bind(statement);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                return Math.Max(0, await command.ExecuteNonQueryAsync().ConfigureAwait(false));
            }
            catch (NpgsqlException error)
            {
                throw Fail(error);
            }
        }
    }

    public async ValueTask<IReadOnlyList<T>> QueryAsync<T>(SqlStatement statement, Func<SqlRow, T> map)
    {
        var command = Bind(statement);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var row = new SqlRow(new PostgresColumns(reader));
                    var rows = new List<T>();
                    while (await reader.ReadAsync().ConfigureAwait(false))
                        rows.Add(map(row));

                    return rows;
                }
            }
            catch (NpgsqlException error)
            {
                throw Fail(error);
            }
        }
    }

    public async ValueTask<T?> QueryFirstOrDefaultAsync<T>(SqlStatement statement, Func<SqlRow, T> map)
    {
        var command = Bind(statement);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                    return await reader.ReadAsync().ConfigureAwait(false) ? map(new SqlRow(new PostgresColumns(reader))) : default;
            }
            catch (NpgsqlException error)
            {
                throw Fail(error);
            }
        }
    }

    private static NpgsqlParameter Parameter(in SqlValue value)
    {
        if (value.IsNull)
            return new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = TypeOf(value.Type) };

        return value.Type switch
        {
            SqlType.Text => new NpgsqlParameter<string> { TypedValue = value.Text, NpgsqlDbType = NpgsqlDbType.Text },
            SqlType.Utf8 => new NpgsqlParameter<string> { TypedValue = Encoding.UTF8.GetString(value.Utf8), NpgsqlDbType = NpgsqlDbType.Text },
            SqlType.Integer => new NpgsqlParameter<long> { TypedValue = value.Integer, NpgsqlDbType = NpgsqlDbType.Bigint },
            SqlType.Real => new NpgsqlParameter<double> { TypedValue = value.Real, NpgsqlDbType = NpgsqlDbType.Double },
            _ => new NpgsqlParameter<byte[]> { TypedValue = value.Bytes, NpgsqlDbType = NpgsqlDbType.Bytea },
        };
    }

    private static NpgsqlDbType TypeOf(SqlType type) => type switch
    {
        SqlType.Text or SqlType.Utf8 => NpgsqlDbType.Text,
        SqlType.Integer => NpgsqlDbType.Bigint,
        SqlType.Real => NpgsqlDbType.Double,
        _ => NpgsqlDbType.Bytea,
    };

    private NpgsqlCommand Bind(SqlStatement statement)
    {
        RequireOpen();
        var command = new NpgsqlCommand(statement.Text, connection);
        foreach (ref readonly var value in statement.Values)
            command.Parameters.Add(Parameter(value));

        return command;
    }

    private void RequireOpen()
    {
        if (_closed)
            throw new InvalidOperationException("The session was used after its transaction ended. Work may await its session and nothing else.");
    }

    private StoreException Fail(NpgsqlException error)
    {
        var failure = PostgresErrors.Translate(error);
        Failure ??= failure;
        return failure;
    }
}
