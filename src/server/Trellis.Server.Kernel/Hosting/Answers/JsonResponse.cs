using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Sends a result as JSON.</summary>
public static class JsonResponse
{
    private const int LargestKept = 256 * 1024;

    // The bodies travel as application/json, never inside HTML, so letters of all languages may stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Sends the status and the body, with its length.</summary>
    /// <param name="response">Where to; its body has not begun.</param>
    /// <param name="answer">What.</param>
    public static async Task WriteAsync(HttpResponse response, JsonAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(answer);

        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        if (answer.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        answer.WriteHeaders(response.Headers);

        Copy(answer, response);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    // Nothing is awaited between taking the thread's buffer and copying out of it.
    private static void Copy(JsonAnswer answer, HttpResponse response)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            answer.WriteBody(json);
        }

        response.ContentLength = buffer.WrittenCount;
        response.BodyWriter.Write(buffer.WrittenSpan);

        // It held a key, perhaps.
        buffer.Clear();
        if (buffer.Capacity > LargestKept)
            _buffer = null;
    }
}
