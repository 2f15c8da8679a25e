using System.Text;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Tests.Resp;

/// <summary>Values to and from the text a server would send, for the tests of the reader.</summary>
internal static class RespText
{
    public static readonly RespLimits Limits = new(64 * 1024);

    public static readonly Deadline NoLimit = new("none", Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

    public static RespValue Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    public static RespValue Parse(byte[] bytes, params int[] cuts) =>
        BlockingResult.Take(new RespReader(new ChunkedStream(bytes, cuts), Limits).ReadAsync(null, IoMode.Blocking, NoLimit));

    public static Task<RespValue> ParseAsync(byte[] bytes, params int[] cuts) =>
        new RespReader(new ChunkedStream(bytes, cuts), Limits).ReadAsync(null, IoMode.Awaiting, NoLimit).AsTask();

    /// <summary>Writes a value as a RESP3 server does.</summary>
    public static byte[] Write(RespValue value)
    {
        using var stream = new MemoryStream();
        Write(value, stream);
        return stream.ToArray();
    }

    /// <summary>All of a value as one text, so that two can be compared.</summary>
    public static string Show(RespValue value) =>
        $"{value.Kind} {value.Number} {Convert.ToHexString(value.Bytes.Span)} [{string.Join(", ", value.Items.Select(Show))}]";

    private static void Write(RespValue value, Stream stream)
    {
        switch (value.Kind)
        {
            case RespKind.Null:
                stream.Write("_\r\n"u8);
                break;
            case RespKind.Integer:
                Line(stream, ':', value.Number.ToString());
                break;
            case RespKind.Boolean:
                Line(stream, '#', value.Number == 1 ? "t" : "f");
                break;
            case RespKind.BulkString:
                Body(stream, '$', value);
                break;
            case RespKind.VerbatimString:
                Body(stream, '=', value);
                break;
            case RespKind.Error when value.Bytes.Span.ContainsAny((byte)'\r', (byte)'\n'):
                Body(stream, '!', value);
                break;
            case RespKind.SimpleString:
                Line(stream, '+', value.AsText());
                break;
            case RespKind.Error:
                Line(stream, '-', value.AsText());
                break;
            case RespKind.Double:
                Line(stream, ',', value.AsText());
                break;
            case RespKind.BigNumber:
                Line(stream, '(', value.AsText());
                break;
            case RespKind.Array:
                Members(stream, '*', value, 1);
                break;
            case RespKind.Set:
                Members(stream, '~', value, 1);
                break;
            case RespKind.Push:
                Members(stream, '>', value, 1);
                break;
            case RespKind.Map:
                Members(stream, '%', value, 2);
                break;
            default:
                throw new InvalidOperationException($"No form for {value.Kind}.");
        }
    }

    private static void Line(Stream stream, char type, string text) => stream.Write(Encoding.UTF8.GetBytes($"{type}{text}\r\n"));

    private static void Body(Stream stream, char type, RespValue value)
    {
        Line(stream, type, value.Bytes.Length.ToString());
        stream.Write(value.Bytes.Span);
        stream.Write("\r\n"u8);
    }

    private static void Members(Stream stream, char type, RespValue value, int perEntry)
    {
        Line(stream, type, (value.Items.Count / perEntry).ToString());
        foreach (var item in value.Items)
            Write(item, stream);
    }
}
