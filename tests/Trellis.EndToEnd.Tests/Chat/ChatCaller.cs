using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Chat;

/// <summary>Calls OpenAI's API with bare HTTP: no package hides a failure or tries again.</summary>
internal sealed class ChatCaller(Uri url) : IDisposable
{
    private const string DataPrefix = "data: ";
    private const string Terminator = "[DONE]";

    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = Patience.Long };

    /// <summary>Asks, and reads the whole answer.</summary>
    public async Task<HttpResponseMessage> AskAsync(Secret key, object body) =>
        await _http.SendAsync(Post(key, body), HttpCompletionOption.ResponseContentRead);

    /// <summary>Asks for a stream, and returns the data of its events, the terminator not among them.</summary>
    /// <exception cref="IOException">The stream ended without its terminator.</exception>
    public async IAsyncEnumerable<string> StreamAsync(Secret key, object body, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await _http.SendAsync(Post(key, body), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line == DataPrefix + Terminator)
                yield break;
            if (line.StartsWith(DataPrefix, StringComparison.Ordinal))
                yield return line[DataPrefix.Length..];
        }

        throw new IOException("The stream ended without its terminator.");
    }

    /// <summary>Lists the models that a key may use: the cheapest way to see whether it works.</summary>
    public async Task<HttpResponseMessage> ListModelsAsync(Secret key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/models");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
        return await _http.SendAsync(request);
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Post(Secret key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
        return request;
    }
}
