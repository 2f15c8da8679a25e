using System.Text;

namespace Trellis.Caching.Redis.Resp;

/// <summary>One value that a server sent.</summary>
internal readonly struct RespValue
{
    private RespValue(RespKind kind, ReadOnlyMemory<byte> bytes = default, long number = 0, RespValue[]? items = null)
    {
        Kind = kind;
        Bytes = bytes;
        Number = number;
        Items = items ?? [];
    }

    public RespKind Kind { get; }

    /// <summary>The text of strings, errors, doubles and big numbers, as it was on the wire; otherwise empty.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The value of an integer; 1 or 0 for a boolean.</summary>
    public long Number { get; }

    /// <summary>The members of an aggregate; keys and values in turn for a map.</summary>
    public IReadOnlyList<RespValue> Items { get; }

    public static RespValue Null { get; } = new(RespKind.Null);

    public static RespValue Text(RespKind kind, ReadOnlyMemory<byte> bytes) => new(kind, bytes);

    public static RespValue Integer(long number) => new(RespKind.Integer, number: number);

    public static RespValue Boolean(bool value) => new(RespKind.Boolean, number: value ? 1 : 0);

    public static RespValue Aggregate(RespKind kind, RespValue[] items) => new(kind, items: items);

    /// <summary>The bytes as UTF-8 text, for messages.</summary>
    public string AsText() => Encoding.UTF8.GetString(Bytes.Span);
}
