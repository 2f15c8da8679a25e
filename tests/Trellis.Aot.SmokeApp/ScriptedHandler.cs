using System.Net;
using System.Text;

namespace Trellis.Aot.SmokeApp;

/// <summary>Gives scripted answers, one per request, and counts them. The test kit has more, but not for this runtime.</summary>
internal sealed class ScriptedHandler(params (int Status, string Json)[] answers) : HttpMessageHandler
{
    public List<string> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        var (status, json) = answers[Bodies.Count - 1];
        return new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
