using System.Buffers;
using System.Globalization;
using System.Text;

namespace Trellis.Caching.Redis.Commands;

/// <summary>A command with its arguments. All of them can be sent twice with the same effect as once.</summary>
internal readonly struct RedisCommand
{
    private static readonly byte[] Px = "PX"u8.ToArray();
    private static readonly byte[] Match = "MATCH"u8.ToArray();
    private static readonly byte[] Count = "COUNT"u8.ToArray();
    private static readonly byte[] Three = "3"u8.ToArray();

    private RedisCommand(params ReadOnlySequence<byte>[] arguments) => Arguments = arguments;

    /// <summary>The name of the command and what follows it, as they go over the wire.</summary>
    public ReadOnlySequence<byte>[] Arguments { get; }

    public static RedisCommand Ping { get; } = new(Bytes("PING"));

    public static RedisCommand Hello3 { get; } = new(Bytes("HELLO"), new(Three));

    public static RedisCommand Auth(string password) => new(Bytes("AUTH"), Bytes(password));

    public static RedisCommand Auth(string user, string password) => new(Bytes("AUTH"), Bytes(user), Bytes(password));

    public static RedisCommand Select(int database) => new(Bytes("SELECT"), Number(database));

    public static RedisCommand Get(byte[] key) => new(Names.Get, new(key));

    public static RedisCommand Set(byte[] key, ReadOnlySequence<byte> value, long? milliseconds) => milliseconds is { } lifetime
        ? new(Names.Set, new(key), value, new(Px), Number(lifetime))
        : new(Names.Set, new(key), value);

    public static RedisCommand Delete(byte[] key) => new(Names.Delete, new(key));

    /// <summary>Removes keys and frees their memory in the background (Redis 4 and later, Valkey).</summary>
    public static RedisCommand Unlink(IReadOnlyList<ReadOnlyMemory<byte>> keys)
    {
        var arguments = new ReadOnlySequence<byte>[keys.Count + 1];
        arguments[0] = Names.Unlink;
        for (var i = 0; i < keys.Count; i++)
            arguments[i + 1] = new(keys[i]);

        return new(arguments);
    }

    public static RedisCommand Scan(ReadOnlyMemory<byte> cursor, byte[] pattern, int count) =>
        new(Names.Scan, new(cursor), new(Match), new(pattern), new(Count), Number(count));

    private static ReadOnlySequence<byte> Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static ReadOnlySequence<byte> Number(long number) => Bytes(number.ToString(CultureInfo.InvariantCulture));

    private static class Names
    {
        public static readonly ReadOnlySequence<byte> Get = Bytes("GET");
        public static readonly ReadOnlySequence<byte> Set = Bytes("SET");
        public static readonly ReadOnlySequence<byte> Delete = Bytes("DEL");
        public static readonly ReadOnlySequence<byte> Unlink = Bytes("UNLINK");
        public static readonly ReadOnlySequence<byte> Scan = Bytes("SCAN");
    }
}
