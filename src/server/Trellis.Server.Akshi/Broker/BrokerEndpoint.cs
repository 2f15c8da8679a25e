using Trellis.Server.Akshi.Configuration;

namespace Trellis.Server.Akshi.Broker;

/// <summary>Where an agent may send requests, and which secret the runtime adds to them (contract, section 5.6).</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Domain">How the grant is called: the endpoint's name, else its host.</param>
/// <param name="Host">The exact host, in its canonical form.</param>
/// <param name="Scheme">The only scheme; null for any that the guard takes.</param>
/// <param name="Port">The only port; null for the scheme's own.</param>
/// <param name="PathPrefix">Whole segments that a path must begin with; <c>/</c> for every path.</param>
/// <param name="SecretName">The secret's name; null when nothing is added.</param>
/// <param name="SecretHeader">The header that carries the secret; null for <c>Authorization: Bearer</c>.</param>
/// <param name="Headers">What every request gets.</param>
/// <param name="Timeout">How long a request may take.</param>
internal sealed record BrokerEndpoint(
    string Agent,
    string Domain,
    string Host,
    string? Scheme,
    int? Port,
    string PathPrefix,
    string? SecretName,
    string? SecretHeader,
    IReadOnlyDictionary<string, RuntimeSecret> Headers,
    TimeSpan Timeout)
{
    /// <summary>The endpoint of an agent in the configuration.</summary>
    public static BrokerEndpoint Of(string agent, EndpointConfiguration endpoint) => new(
        agent,
        endpoint.Name,
        CanonicalHost.Of(endpoint.Host),
        endpoint.Scheme,
        endpoint.Port,
        endpoint.PathPrefix,
        endpoint.SecretEnvVar,
        endpoint.SecretHeader,
        endpoint.Headers,
        endpoint.Timeout);

    /// <summary>Whether the endpoint covers an address.</summary>
    public bool Covers(Uri url) =>
        CanonicalHost.Of(url).Equals(Host, StringComparison.OrdinalIgnoreCase)
        && (Scheme is null || url.Scheme == Scheme)
        && (Port is { } port ? url.Port == port : url.IsDefaultPort)
        && CoversPath(url.AbsolutePath);

    // "/v1" covers "/v1" and "/v1/models" and not "/v10".
    private bool CoversPath(string path)
    {
        var prefix = PathPrefix.TrimEnd('/');
        return path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
    }
}
