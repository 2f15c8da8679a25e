using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Server.Aerostack.Database;

/// <summary>Writes rows as a JSON array of objects, up to a limit.</summary>
internal sealed class RowsWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly DatabaseOptions _limits;
    private readonly JsonEncodedText?[] _names;

    public RowsWriter(DatabaseOptions limits, IReadOnlyList<string> columns)
    {
        _limits = limits;
        Json = new Utf8JsonWriter(_buffer, Options);
        _names = new JsonEncodedText?[columns.Count];

        // Of columns with one name the last counts, as in an object of JavaScript.
        for (var column = 0; column < columns.Count; column++)
        {
            if (!columns.Skip(column + 1).Contains(columns[column], StringComparer.Ordinal))
                _names[column] = JsonEncodedText.Encode(columns[column], JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        }

        Json.WriteStartArray();
    }

    /// <summary>What the values are written to.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a row; false when the limit is reached.</summary>
    public bool TryBegin()
    {
        if (Count >= _limits.MostRows || _buffer.WrittenCount + Json.BytesPending > _limits.MostResultBytes)
            return false;

        Count++;
        Json.WriteStartObject();
        return true;
    }

    /// <summary>Writes the name of a column; false when its value is not shown.</summary>
    public bool TryName(int column)
    {
        if (_names[column] is not { } name)
            return false;

        Json.WritePropertyName(name);
        return true;
    }

    /// <summary>Ends a row.</summary>
    public void End() => Json.WriteEndObject();

    /// <summary>Ends the array and returns it; null when it is too large.</summary>
    public ReadOnlyMemory<byte>? Finish()
    {
        Json.WriteEndArray();
        Json.Flush();
        return _buffer.WrittenCount > _limits.MostResultBytes ? null : _buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();
}
