using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Trellis.Server.Tests.OpenApi;

/// <summary>Calls a platform, and holds each answer against the platform's document.</summary>
internal sealed class DocumentedCaller : IDisposable
{
    private readonly HttpClient _client;
    private readonly JsonObject _document;
    private readonly AuthenticationHeaderValue? _credential;

    private DocumentedCaller(HttpClient client, JsonObject document, string? credential)
    {
        _client = client;
        _document = document;
        _credential = credential is null ? null : new AuthenticationHeaderValue("Bearer", credential);
    }

    /// <summary>A caller with a credential, which it presents as a bearer; null for none.</summary>
    public static async Task<DocumentedCaller> CreateAsync(TrellisServer server, string platform, string? credential)
    {
        var client = new HttpClient { BaseAddress = server.Url };
        var document = await client.GetStringAsync($"/openapi/{platform}.json", TestContext.Current.CancellationToken);
        return new DocumentedCaller(client, JsonNode.Parse(document)!.AsObject(), credential);
    }

    /// <summary>Calls, and checks status, media type and body.</summary>
    /// <returns>The body; null when it is no JSON.</returns>
    public async Task<JsonNode?> CallAsync(int status, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        request.Headers.Authorization = _credential;
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status, $"{method} {path}: {text}");

        var answers = Operation(method, path.Split('?')[0])["responses"]!;
        var answer = answers[$"{status}"] ?? (status >= 400 ? answers["default"] : null);
        answer.ShouldNotBeNull($"{method} {path} is not described to answer {status}.");
        if (response.Content.Headers.ContentType?.MediaType is not { } mediaType)
            return null;

        var content = (answer["content"]?[mediaType]).ShouldNotBeNull($"{method} {path} is not described to answer {mediaType}.");
        if (mediaType != "application/json")
            return null;

        var json = JsonNode.Parse(text);
        new SchemaCheck(_document).Run(json, content["schema"]!).ShouldBeEmpty($"{method} {path}: {text}");
        return json;
    }

    public void Dispose() => _client.Dispose();

    // Of several paths that fit, the one with the most literal segments is meant.
    private JsonNode Operation(string method, string path)
    {
        var segments = path.Split('/');
        var template = _document["paths"]!.AsObject()
            .Where(item => Fits(item.Key.Split('/'), segments) && item.Value![method.ToLowerInvariant()] is not null)
            .OrderBy(static item => item.Key.Count(static letter => letter == '{'))
            .First();
        return template.Value![method.ToLowerInvariant()]!;
    }

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}
