using System.Net.Http.Headers;
using System.Text;

namespace Trellis.EndToEnd.Tests.Ascend.Signing;

/// <summary>Somebody on the way who changes bodies after they were signed.</summary>
internal sealed class ChangingHandler(string what, string into) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            var body = await content.ReadAsStringAsync(cancellationToken);
            body.ShouldContain(what);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.Replace(what, into, StringComparison.Ordinal)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
