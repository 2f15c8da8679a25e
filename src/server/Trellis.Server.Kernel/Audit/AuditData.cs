using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Kernel.Audit;

/// <summary>The free part of an audit record: one JSON value. The default is an empty object.</summary>
public readonly struct AuditData
{
    private readonly ReadOnlyMemory<byte> _utf8Json;

    private AuditData(ReadOnlyMemory<byte> utf8Json) => _utf8Json = utf8Json;

    internal ReadOnlySpan<byte> Utf8Json => _utf8Json.IsEmpty ? "{}"u8 : _utf8Json.Span;

    /// <summary>Takes JSON text as it is; it is checked when the record is appended.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8, not changed before the record has been appended.</param>
    public static AuditData FromUtf8Json(ReadOnlyMemory<byte> utf8Json) => new(utf8Json);

    /// <summary>Serializes a value.</summary>
    public static AuditData From<T>(T value, JsonTypeInfo<T> typeInfo) => new(JsonSerializer.SerializeToUtf8Bytes(value, typeInfo));

    /// <summary>Makes an object whose members <paramref name="write"/> writes.</summary>
    public static AuditData Object(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);

        using var buffer = Utf8JsonBuffer.Rent();
        buffer.Json.WriteStartObject();
        write(buffer.Json);
        buffer.Json.WriteEndObject();
        return new AuditData(buffer.WrittenSpan.ToArray());
    }

    /// <summary>Returns the size; the content has not been redacted yet.</summary>
    public override string ToString() => $"{Utf8Json.Length} bytes of JSON";
}
