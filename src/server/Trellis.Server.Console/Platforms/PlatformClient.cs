using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Console.Platforms;

/// <summary>
/// Uses the platforms for an operator, over their own routes: what the console does is validated, authorised and audited as what any client
/// does.
/// </summary>
internal sealed class PlatformClient(InProcessServer server, Operator asking, IPAddress? address, CancellationToken aborted)
{
    /// <summary>How the platforms write JSON, mostly; a record names the members that are written otherwise.</summary>
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads something.</summary>
    /// <exception cref="PlatformException">The platform has refused.</exception>
    public Task<T> GetAsync<T>(string platform, string target, PlatformHeaders? headers = null) => SendAsync<T>(platform, "GET", target, null, headers);

    /// <summary>Reads something that may be absent: null for 404.</summary>
    /// <exception cref="PlatformException">The platform has refused for another reason.</exception>
    public async Task<T?> FindAsync<T>(string platform, string target, PlatformHeaders? headers = null)
        where T : class
    {
        try
        {
            return await GetAsync<T>(platform, target, headers);
        }
        catch (PlatformException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    /// <summary>Changes something.</summary>
    /// <exception cref="PlatformException">The platform has refused.</exception>
    public Task<T> PostAsync<T>(string platform, string target, object? body = null, PlatformHeaders? headers = null) =>
        SendAsync<T>(platform, "POST", target, body ?? new { }, headers);

    /// <summary>Changes something whose answer says nothing more.</summary>
    /// <exception cref="PlatformException">The platform has refused.</exception>
    public Task SendAsync(string platform, string method, string target, object? body = null, PlatformHeaders? headers = null) =>
        SendAsync<JsonElement>(platform, method, target, body, headers);

    /// <summary>Sends a request.</summary>
    /// <exception cref="PlatformException">The platform has refused.</exception>
    public async Task<T> SendAsync<T>(string platform, string method, string target, object? body, PlatformHeaders? headers = null)
    {
        using var sent = body is null ? null : new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body, Wire));
        using var received = new MemoryStream();
        var answer = await server.SendAsync(Request(platform, method, target, headers) with { Body = sent }, received, aborted);
        ThrowIfRefused(platform, answer, received);
        return received.Length == 0 ? default! : JsonSerializer.Deserialize<T>(BytesOf(received), Wire)!;
    }

    /// <summary>Sends what a browser uploads.</summary>
    /// <exception cref="PlatformException">The platform has refused.</exception>
    public async Task UploadAsync(string platform, string method, string target, Stream body, string contentType, PlatformHeaders? headers = null)
    {
        using var received = new MemoryStream();
        var request = Request(platform, method, target, headers) with { Body = body, ContentType = contentType };
        var answer = await server.SendAsync(request, received, aborted);
        ThrowIfRefused(platform, answer, received);
    }

    /// <summary>Passes what a platform answers on to the browser, as it comes, to be saved as a file.</summary>
    /// <param name="response">The browser's.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="target">The path, with its query.</param>
    /// <param name="fileName">What the file is called.</param>
    /// <param name="headers">What the request says beside its body.</param>
    /// <param name="body">What is sent with a POST; null for a GET.</param>
    /// <exception cref="PlatformException">The platform has refused, and nothing was sent.</exception>
    public async Task DownloadAsync(
        HttpResponse response, string platform, string target, string fileName, PlatformHeaders? headers = null, object? body = null)
    {
        using var sent = body is null ? null : new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body, Wire));
        using var refusal = new MemoryStream();
        var request = Request(platform, body is null ? "GET" : "POST", target, headers) with { Body = sent };
        var answer = await server.SendAsync(request, started => IsRefusal(started) ? refusal : Begin(response, started, fileName), aborted);
        ThrowIfRefused(platform, answer, refusal);
    }

    private static bool IsRefusal(InProcessResponse answer) => answer.Status >= StatusCodes.Status400BadRequest;

    private static void ThrowIfRefused(string platform, InProcessResponse answer, MemoryStream body)
    {
        if (IsRefusal(answer))
            throw PlatformProblem.Read(platform, answer.Status, BytesOf(body));
    }

    private static ReadOnlySpan<byte> BytesOf(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length);

    // Whatever it is, it is saved and not shown: it must not become a page of the console.
    private static Stream Begin(HttpResponse response, InProcessResponse answer, string fileName)
    {
        response.ContentType = "application/octet-stream";
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
        response.ContentLength = answer.Headers.ContentLength;
        return response.Body;
    }

    private InProcessRequest Request(string platform, string method, string target, PlatformHeaders? headers) => new()
    {
        Origin = new OperatorRequest(asking, platform) { ActsFor = headers?.ActsFor },
        Method = method,
        Target = target,
        Headers = headers?.Values ?? new Dictionary<string, string>(),
        RemoteAddress = address,
    };
}
