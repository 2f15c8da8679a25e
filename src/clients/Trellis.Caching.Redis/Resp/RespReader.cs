using System.Buffers;
using System.Globalization;
using Trellis.Caching.Redis.Io;

namespace Trellis.Caching.Redis.Resp;

/// <summary>
/// Reads replies in RESP2 and RESP3. Attributes and pushed messages are read and left out. Streamed strings and aggregates
/// (length "?"), which no command of ours is answered with, are refused. Not thread safe.
/// </summary>
internal sealed class RespReader(Stream stream, RespLimits limits)
{
    private readonly RespLineReader _lines = new(stream);
    private readonly RespBudget _budget = new(limits);

    /// <summary>Whether bytes have arrived behind the last reply: the server answered something that was not asked.</summary>
    public bool HasUnreadBytes => _lines.HasUnreadBytes;

    /// <summary>Reads one reply.</summary>
    /// <param name="destination">
    /// Gives the memory for the reply if it is a bulk string. It is not advanced: a reply that breaks off leaves no trace there,
    /// and the caller advances it when the reply is complete.
    /// </param>
    /// <param name="mode">How to wait.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <exception cref="RespProtocolException">Not RESP, or beyond the limits.</exception>
    /// <exception cref="EndOfStreamException">The stream ended inside the reply or before it.</exception>
    public async ValueTask<RespValue> ReadAsync(IBufferWriter<byte>? destination, IoMode mode, Deadline deadline)
    {
        _budget.Reset();
        while (true)
        {
            var value = await ReadValueAsync(0, destination, mode, deadline).ConfigureAwait(false);
            if (value.Kind != RespKind.Push)
                return value;

            _budget.TakeValues(1);
        }
    }

    private async ValueTask<RespValue> ReadValueAsync(int depth, IBufferWriter<byte>? destination, IoMode mode, Deadline deadline)
    {
        _budget.CheckDepth(depth);
        while (true)
        {
            var line = await _lines.ReadLineAsync(mode, deadline).ConfigureAwait(false);
            if (line.IsEmpty)
                throw new RespProtocolException("The reply holds an empty line where a value should be.");

            var type = line.Span[0];
            var rest = line[1..];
            switch (type)
            {
                case (byte)'+':
                    return CopyText(RespKind.SimpleString, rest);
                case (byte)'-':
                    return CopyText(RespKind.Error, rest);
                case (byte)',':
                    return CopyText(RespKind.Double, rest);
                case (byte)'(':
                    return CopyText(RespKind.BigNumber, rest);
                case (byte)':':
                    return RespValue.Integer(ParseInteger(rest.Span));
                case (byte)'#':
                    return ParseBoolean(rest.Span);
                case (byte)'_' when rest.IsEmpty:
                    return RespValue.Null;
                case (byte)'$':
                    return await ReadStringAsync(RespKind.BulkString, ParseLength(rest.Span), destination, mode, deadline).ConfigureAwait(false);
                case (byte)'=':
                    return await ReadStringAsync(RespKind.VerbatimString, ParseLength(rest.Span), null, mode, deadline).ConfigureAwait(false);
                case (byte)'!':
                    return await ReadStringAsync(RespKind.Error, ParseLength(rest.Span), null, mode, deadline).ConfigureAwait(false);
                case (byte)'*':
                    return await ReadAggregateAsync(RespKind.Array, ParseLength(rest.Span), depth, mode, deadline).ConfigureAwait(false);
                case (byte)'~':
                    return await ReadAggregateAsync(RespKind.Set, ParseLength(rest.Span), depth, mode, deadline).ConfigureAwait(false);
                case (byte)'>':
                    return await ReadAggregateAsync(RespKind.Push, ParseLength(rest.Span), depth, mode, deadline).ConfigureAwait(false);
                case (byte)'%':
                    return await ReadAggregateAsync(RespKind.Map, ParsePairs(rest.Span), depth, mode, deadline).ConfigureAwait(false);
                case (byte)'|':
                    _budget.TakeValues(1);
                    await ReadAggregateAsync(RespKind.Map, ParsePairs(rest.Span), depth, mode, deadline).ConfigureAwait(false);
                    continue;
                default:
                    throw new RespProtocolException($"The reply holds a value of the unknown type 0x{type:X2}.");
            }
        }
    }

    private async ValueTask<RespValue> ReadStringAsync(
        RespKind kind, long? length, IBufferWriter<byte>? destination, IoMode mode, Deadline deadline)
    {
        if (length is null)
            return RespValue.Null;

        var count = _budget.TakeBytes(length.Value);
        var body = destination is null ? new byte[count] : destination.GetMemory(count)[..count];
        await _lines.ReadBodyAsync(body, mode, deadline).ConfigureAwait(false);
        return RespValue.Text(kind, body);
    }

    private async ValueTask<RespValue> ReadAggregateAsync(RespKind kind, long? length, int depth, IoMode mode, Deadline deadline)
    {
        if (length is null)
            return RespValue.Null;

        // Charged when announced, not when read, so that nested lengths together cannot claim more than the limit.
        var items = new RespValue[_budget.TakeValues(length.Value)];
        for (var i = 0; i < items.Length; i++)
            items[i] = await ReadValueAsync(depth + 1, null, mode, deadline).ConfigureAwait(false);

        return RespValue.Aggregate(kind, items);
    }

    private RespValue CopyText(RespKind kind, ReadOnlyMemory<byte> text)
    {
        _budget.TakeBytes(text.Length);
        return RespValue.Text(kind, text.ToArray());
    }

    private static RespValue ParseBoolean(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("t"u8))
            return RespValue.Boolean(true);
        if (text.SequenceEqual("f"u8))
            return RespValue.Boolean(false);

        throw new RespProtocolException("The reply holds a boolean that is neither t nor f.");
    }

    private static long ParseInteger(ReadOnlySpan<byte> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RespProtocolException("The reply holds an integer or a length that is not a number of 64 bits.");

    /// <summary>Null for -1, the null string and the null array of RESP2.</summary>
    private static long? ParseLength(ReadOnlySpan<byte> text)
    {
        var length = ParseInteger(text);
        if (length < -1)
            throw new RespProtocolException($"The reply holds the negative length {length}.");

        return length == -1 ? null : length;
    }

    private static long ParsePairs(ReadOnlySpan<byte> text)
    {
        var pairs = ParseInteger(text);
        if (pairs is < 0 or > int.MaxValue)
            throw new RespProtocolException($"The reply holds a map of {pairs} entries.");

        return pairs * 2;
    }
}
