using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Ascend.Aliases;

/// <summary>
/// Speaks HTTP as the Python client of generation 2.5.1 does, byte for byte: its headers in its order, and bodies as Python writes them.
/// Contract appendix B and section 1.4.
/// </summary>
internal sealed class PythonSocket(Uri server, string apiKey)
{
    private int _requests;

    /// <summary>Sends a request on a connection of its own.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path with its query.</param>
    /// <param name="body">The body as Python wrote it; <see langword="null"/> for none.</param>
    /// <param name="sign">Makes the signature of a timestamp; <see langword="null"/> for none.</param>
    /// <returns>The status, and the body, which has to be JSON.</returns>
    public async Task<(int Status, JsonNode Body)> SendAsync(string method, string path, string? body = null, Func<string, string>? sign = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port).WaitAsync(Patience.Long);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Request(method, path, body, sign)));
        var answer = await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync().WaitAsync(Patience.Long);
        return Parse(answer);
    }

    private string Request(string method, string path, string? body, Func<string, string>? sign)
    {
        var number = Interlocked.Increment(ref _requests);
        var timestamp = Timestamp();
        var request = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{method} {path} HTTP/1.1\r\n")
            .Append(CultureInfo.InvariantCulture, $"Host: {server.Authority}\r\n")
            .Append("User-Agent: ascend-sdk/2.5.1 Python\r\n")
            .Append("Accept-Encoding: gzip, deflate\r\n")
            .Append("Accept: */*\r\n")
            .Append("Connection: close\r\n")
            .Append("Content-Type: application/json\r\n")
            .Append(CultureInfo.InvariantCulture, $"X-API-Key: {apiKey}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {apiKey}\r\n")
            .Append("X-SDK-Version: 2.5.1\r\n")
            .Append("X-Environment: production\r\n")
            .Append(CultureInfo.InvariantCulture, $"X-Correlation-ID: asc_{number:x16}\r\n")
            .Append(CultureInfo.InvariantCulture, $"X-Request-Timestamp: {timestamp}\r\n");
        if (sign is not null)
            request.Append(CultureInfo.InvariantCulture, $"X-Signature: {sign(timestamp)}\r\n");
        if (body is not null || method is "POST" or "PUT")
            request.Append(CultureInfo.InvariantCulture, $"Content-Length: {body?.Length ?? 0}\r\n");
        return request.Append("\r\n").Append(body).ToString();
    }

    private static string Timestamp() =>
        TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);

    private static (int Status, JsonNode Body) Parse(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var status = int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        var body = answer[(end + 4)..];
        if (answer.AsSpan(0, end).Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            body = Unchunk(body);
        return (status, JsonNode.Parse(body) ?? throw new InvalidDataException(answer));
    }

    private static string Unchunk(string body)
    {
        var whole = new StringBuilder();
        while (true)
        {
            var line = body.IndexOf("\r\n", StringComparison.Ordinal);
            var length = int.Parse(body.AsSpan(0, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
                return whole.ToString();
            whole.Append(body.AsSpan(line + 2, length));
            body = body[(line + 2 + length + 2)..];
        }
    }
}
