using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Wire;

/// <summary>Speaks to the platform endpoints without the client: what it sends is what the test wrote.</summary>
internal sealed class RawCaller(Uri url) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = url, Timeout = Patience.Long };

    public async Task<(HttpResponseMessage Response, JsonObject Body)> PostAsync(string path, string body)
    {
        var response = await _http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        return (response, JsonNode.Parse(text)?.AsObject() ?? throw new InvalidDataException(text));
    }

    /// <summary>Posts a body that must be answered with 200.</summary>
    public async Task<JsonObject> AskAsync(string path, JsonObject body)
    {
        var (response, answer) = await PostAsync(path, body.ToJsonString());
        response.StatusCode.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        return answer;
    }

    public void Dispose() => _http.Dispose();
}
