using Microsoft.Data.Sqlite;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>
/// The prepared commands of one connection, by their SQL. The server's SQL is a fixed set of texts, so nearly every statement is found;
/// the bound is against code that builds SQL of ever new shapes. Not safe for concurrent use.
/// </summary>
internal sealed class SqliteCommands(SqliteConnection connection) : IDisposable
{
    private const int Capacity = 256;

    private readonly Dictionary<string, SqliteCommand> _byText = new(StringComparer.Ordinal);

    public int Count => _byText.Count;

    /// <summary>The command of <paramref name="statement"/> with its values in place. Stays the property of this object.</summary>
    public SqliteCommand Bind(SqlStatement statement)
    {
        var values = statement.Values;
        if (!_byText.TryGetValue(statement.Text, out var command))
            command = Add(statement.Text, values.Length);

        var parameters = command.Parameters;
        for (var index = 0; index < values.Length; index++)
            parameters[index].Value = values[index].ToObject();

        return command;
    }

    /// <summary>Runs SQL of the engine's own, such as COMMIT.</summary>
    public void Run(string text)
    {
        if (!_byText.TryGetValue(text, out var command))
            command = Add(text, 0);

        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _byText.Values)
            command.Dispose();

        _byText.Clear();
    }

    private SqliteCommand Add(string text, int parameterCount)
    {
        if (_byText.Count >= Capacity)
            Dispose();

        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var number = 1; number <= parameterCount; number++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" });

        _byText.Add(text, command);
        return command;
    }
}
