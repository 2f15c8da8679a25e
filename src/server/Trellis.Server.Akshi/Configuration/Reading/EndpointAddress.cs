namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>A host, with what was said beside it.</summary>
internal sealed record EndpointAddress(string? Scheme, string Host, int? Port, string PathPrefix)
{
    /// <summary>Reads <c>host</c>, <c>host:port</c>, <c>host/path</c> or a URL; null when it is neither.</summary>
    public static EndpointAddress? TryParse(string text)
    {
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? text : $"any://{text}", UriKind.Absolute, out var url)
            || url.Host.Length == 0 || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0
            || text.Contains('*', StringComparison.Ordinal)
            || (hasScheme && url.Scheme is not ("http" or "https" or "ws" or "wss" or "grpc" or "grpcs")))
        {
            return null;
        }

        return new EndpointAddress(
            hasScheme ? url.Scheme : null,
            url.IdnHost.ToLowerInvariant(),
            url.IsDefaultPort || url.Port < 0 ? null : url.Port,
            url.AbsolutePath.Length == 0 ? "/" : url.AbsolutePath);
    }

    /// <summary>The endpoint without anything more.</summary>
    public EndpointConfiguration ToEndpoint(string? name) => new()
    {
        Name = name ?? Host,
        Scheme = Scheme,
        Host = Host,
        Port = Port,
        PathPrefix = PathPrefix,
        Transport = Scheme is "ws" or "wss" ? "ws" : Scheme is "grpc" or "grpcs" ? "grpc" : "http",
    };
}
