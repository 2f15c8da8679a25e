using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Sends a result as JSON.</summary>
public static class JsonResponse
{
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
        using var buffer = Utf8JsonBuffer.Rent();
        answer.WriteBody(buffer.Json);
        var body = buffer.WrittenSpan;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
    }
}
