using System.Net;

namespace Trellis;

/// <summary>
/// Follows redirects that stay on the server: the same host and port, and not from https back to http. One that leads elsewhere would carry
/// the credential along, so it is left to the caller as it came. Methods and bodies go on as RFC 9110 section 15.4 and browsers have it.
/// </summary>
internal sealed class RedirectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostRedirects = 20;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = base.Send(request, cancellationToken);
        for (var redirects = 0; redirects < MostRedirects && TryRedirect(request, response); redirects++)
        {
            response.Dispose();
            response = base.Send(request, cancellationToken);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (var redirects = 0; redirects < MostRedirects && TryRedirect(request, response); redirects++)
        {
            response.Dispose();
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static bool TryRedirect(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || response.Headers.Location is not { } location)
        {
            return false;
        }

        var from = request.RequestUri!;
        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        if (!StaysOnServer(from, to))
        {
            return false;
        }

        request.RequestUri = to;
        if (BecomesGet(request.Method, response.StatusCode))
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
        }

        return true;
    }

    private static bool StaysOnServer(Uri from, Uri to) =>
        string.Equals(from.Host, to.Host, StringComparison.OrdinalIgnoreCase)
        && (from.Scheme == to.Scheme ? from.Port == to.Port : from is { Scheme: "http", IsDefaultPort: true } && to is { Scheme: "https", IsDefaultPort: true });

    private static bool BecomesGet(HttpMethod method, HttpStatusCode status) => status switch
    {
        HttpStatusCode.SeeOther => method != HttpMethod.Head,
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found => method == HttpMethod.Post,
        _ => false,
    };
}
