using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>Speaks to the ASCEND endpoints without the client, with the credentials of the first start.</summary>
internal sealed class AscendCaller(Uri url, DataFolder data) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = Patience.Long };
    private readonly JsonNode _credentials = data.ReadJson("credentials.json")["ascend"]!;

    /// <summary>Asks as the agent does.</summary>
    public Task<JsonObject> AsAgentAsync(HttpMethod method, string path, JsonObject? body = null) => SendAsync(method, path, "apiKey", body);

    /// <summary>Asks as the administrator.</summary>
    public Task<JsonObject> AsAdministratorAsync(HttpMethod method, string path, JsonObject? body = null) =>
        SendAsync(method, path, "adminToken", body);

    public void Dispose() => _http.Dispose();

    /// <exception cref="HttpRequestException">The server did not answer with a success.</exception>
    private async Task<JsonObject> SendAsync(HttpMethod method, string path, string credential, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _credentials[credential]!.GetValue<string>());
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path}: {text}", null, response.StatusCode);
        return JsonNode.Parse(text)!.AsObject();
    }
}
