using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Askii.Platform;

/// <summary>Sends a result as JSON.</summary>
internal static class JsonResponse
{
    private const int LargestKept = 256 * 1024;

    // The bodies travel as application/json, never inside HTML, so letters of all languages may stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Sends the status and the body, with its length.</summary>
    public static async Task WriteAsync(HttpResponse response, PlatformResult result)
    {
        response.StatusCode = result.Status;
        response.ContentType = "application/json";
        if (result.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        Copy(result, response);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    // Nothing is awaited between taking the thread's buffer and copying out of it.
    private static void Copy(PlatformResult result, HttpResponse response)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            result.WriteMembers(json);
            json.WriteEndObject();
        }

        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);

        // It held a key, perhaps.
        buffer.Clear();
        if (buffer.Capacity > LargestKept)
            _buffer = null;
    }
}
