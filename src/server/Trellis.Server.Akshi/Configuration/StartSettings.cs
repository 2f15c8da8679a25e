namespace Trellis.Server.Akshi.Configuration;

/// <summary>
/// Settings that a reload does not apply (contract, section 5.11). The address, the port and TLS are the server's own options; here they are
/// read to be checked and compared.
/// </summary>
internal sealed record StartSettings
{
    /// <summary><c>dashboard.enabled</c>.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary><c>dashboard.bind</c>.</summary>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary><c>dashboard.port</c>.</summary>
    public int Port { get; init; } = 3210;

    /// <summary><c>dashboard.tls_cert</c>.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary><c>dashboard.tls_key</c>.</summary>
    public string? TlsKey { get; init; }

    /// <summary><c>data_dir</c>.</summary>
    public string? DataDirectory { get; init; }
}
