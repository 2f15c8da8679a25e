namespace Trellis.Server.Akshi.Configuration;

/// <summary>A place that an agent may send requests to (contract, sections 4.5 and 5.6).</summary>
internal sealed record EndpointConfiguration
{
    /// <summary>Its label, the domain of the grant: the name given, else the host.</summary>
    public required string Name { get; init; }

    /// <summary><c>http</c>, <c>grpc</c> or <c>ws</c>.</summary>
    public string Transport { get; init; } = "http";

    /// <summary>The scheme that alone may be used, such as <c>https</c>; null when only a host was given.</summary>
    public string? Scheme { get; init; }

    /// <summary>The exact host, in lower case, without the brackets of an IPv6 address.</summary>
    public required string Host { get; init; }

    /// <summary>The port that alone may be used; null for the scheme's own.</summary>
    public int? Port { get; init; }

    /// <summary>What the path must begin with, up to a segment's border; begins with a slash, <c>/</c> for any.</summary>
    public string PathPrefix { get; init; } = "/";

    /// <summary>Headers that every request gets. They may hold secrets.</summary>
    public IReadOnlyDictionary<string, RuntimeSecret> Headers { get; init; } = new Dictionary<string, RuntimeSecret>();

    /// <summary>How long a request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The environment variable of the secret that is put into requests, read at each one; null for none.</summary>
    public string? SecretEnvVar { get; init; }

    /// <summary>The header that carries it; null for <c>Authorization: Bearer</c>.</summary>
    public string? SecretHeader { get; init; }
}
