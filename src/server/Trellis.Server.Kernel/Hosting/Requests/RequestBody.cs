using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Reads whole request bodies, where the connection put them.</summary>
public static class RequestBody
{
    /// <summary>Reads the body and gives it to <paramref name="parse"/>, which must not keep it.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer than the server takes (413) or broken.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpContext context, Func<ReadOnlySpan<byte>, T> parse)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(parse);

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                return Parse(read.Buffer, parse);
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    /// <summary>Takes no more than <paramref name="limit"/> bytes of this request.</summary>
    public static void Limit(HttpContext context, long limit)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Math.Min(size.MaxRequestBodySize ?? limit, limit);
    }

    private static T Parse<T>(ReadOnlySequence<byte> body, Func<ReadOnlySpan<byte>, T> parse)
    {
        if (body.IsSingleSegment)
            return parse(body.FirstSpan);

        var length = (int)body.Length;
        var whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(whole);
            return parse(whole.AsSpan(0, length));
        }
        finally
        {
            // It holds a token or a conversation.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }
}
