using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Trellis.Server.Kernel.Randomness;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>The ids by which a request is spoken of: in the answer, in the log and in the audit records.</summary>
internal static class RequestIds
{
    public const string RequestHeader = "X-Request-ID";
    public const string CorrelationHeader = "X-Correlation-ID";

    private const int LongestForeignId = 128;

    private static readonly SearchValues<char> AllowedInForeignId =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    /// <summary>
    /// Gives the request its id, the caller's own if that may stand in a log, and puts it on the answer; a correlation id of the caller is sent back
    /// under its own name.
    /// </summary>
    public static void Assign(HttpContext context)
    {
        var sent = context.Request.Headers;
        context.TraceIdentifier = TryAccept(sent[RequestHeader]) ?? UniqueId.NewHex();
        Announce(context);
    }

    /// <summary>Puts the ids on the answer once more, after its headers were cleared.</summary>
    public static void Announce(HttpContext context)
    {
        var answer = context.Response.Headers;
        answer[RequestHeader] = context.TraceIdentifier;
        if (TryAccept(context.Request.Headers[CorrelationHeader]) is { } correlation)
            answer[CorrelationHeader] = correlation;
    }

    private static string? TryAccept(StringValues values) =>
        values is [{ Length: > 0 and <= LongestForeignId } id] && !id.AsSpan().ContainsAnyExcept(AllowedInForeignId) ? id : null;
}
