using System.Text;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>
/// Runs statements on one connection and keeps them prepared by their SQL. The server's SQL is a fixed set of texts, so nearly every
/// statement is found; the bound is against code that builds SQL of ever new shapes. Not safe for concurrent use.
/// </summary>
internal sealed class SqliteCommands(SqliteConnection connection) : IDisposable
{
    private const int Capacity = 256;

    private readonly Dictionary<string[], SqliteCommand> _byText = new(SqlTextComparer.Instance);

    /// <summary>Runs a text of one statement or, without values, of several, and answers the number of changed rows.</summary>
    /// <exception cref="StoreException">SQLite refused a statement; those before it have run.</exception>
    public int Execute(SqlStatement statement)
    {
        if (Find(statement.Parts) is { } known)
            return known.Execute(statement.Values);

        var changed = 0;
        for (ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(statement.Text); connection.Prepare(rest, out rest) is { } command;)
        {
            using (command)
                changed += command.Execute(statement.Values);
        }

        return changed;
    }

    /// <exception cref="StoreException">SQLite refused the statement.</exception>
    public List<T> Query<T>(SqlStatement statement, Func<SqlRow, T> map) => FindOne(statement).Query(statement.Values, map);

    /// <exception cref="StoreException">SQLite refused the statement.</exception>
    public T? QueryFirstOrDefault<T>(SqlStatement statement, Func<SqlRow, T> map) => FindOne(statement).QueryFirstOrDefault(statement.Values, map);

    /// <summary>Runs one statement of the engine's own, such as COMMIT.</summary>
    /// <exception cref="StoreException">SQLite refused the statement.</exception>
    public void Run(string text) => Find(new ReadOnlySpan<string>(in text))!.Execute([]);

    /// <summary>Frees the prepared statements. More can be prepared afterwards.</summary>
    public void Dispose()
    {
        foreach (var command in _byText.Values)
            command.Dispose();

        _byText.Clear();
    }

    private SqliteCommand FindOne(SqlStatement statement) =>
        Find(statement.Parts) ?? throw new InvalidOperationException("A query is exactly one statement.");

    /// <summary>The prepared command, or <see langword="null"/> if the text holds another number of statements than one.</summary>
    private SqliteCommand? Find(ReadOnlySpan<string> text)
    {
        var known = _byText.GetAlternateLookup<ReadOnlySpan<string>>();
        if (known.TryGetValue(text, out var command))
            return command;

        command = connection.Prepare(Encoding.UTF8.GetBytes(string.Concat(text!)), out var rest);
        if (command is null || !rest.Trim(" \t\r\n;"u8).IsEmpty)
        {
            command?.Dispose();
            return null;
        }

        if (_byText.Count >= Capacity)
            Dispose();

        known[text] = command;
        return command;
    }
}
