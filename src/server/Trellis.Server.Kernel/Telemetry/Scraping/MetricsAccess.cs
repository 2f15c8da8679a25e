using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>
/// Decides who may read the metrics. Without a setting it is who calls from this machine and names this machine: a proxy in front of the server
/// calls from here too, but for others, and shows it by the host that they asked for or by the headers that proxies add.
/// </summary>
internal sealed class MetricsAccess(MetricsOptions options)
{
    private const string Scheme = "Bearer ";

    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"];

    /// <summary>200, or the status to refuse with.</summary>
    public int Judge(HttpContext context)
    {
        if (options.IsOpen)
            return StatusCodes.Status200OK;
        if (options.Token is { } token)
            return Presents(context, token.Reveal()) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        return IsLocal(context) ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
    }

    private static bool Presents(HttpContext context, string token) =>
        context.Request.Headers.Authorization is [{ } header]
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(token));

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && NamesLoopback(context.Request.Host.Host)
        && !Array.Exists(ProxyHeaders, context.Request.Headers.ContainsKey);

    private static bool NamesLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
