using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>Where a request comes from, as the audit log remembers it.</summary>
/// <param name="IpAddress">The address of the connection.</param>
/// <param name="CorrelationId">The caller's correlation id; the request's own id when it sent none that may stand in a log.</param>
public readonly record struct RequestOrigin(string? IpAddress, string CorrelationId)
{
    private const string CorrelationHeader = "X-Correlation-ID";

    /// <summary>The origin of a request.</summary>
    public static RequestOrigin Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // The server sends back only a correlation id that it has found fit for logs.
        string? correlation = context.Response.Headers[CorrelationHeader];
        return new RequestOrigin(context.Connection.RemoteIpAddress?.ToString(), correlation ?? context.TraceIdentifier);
    }
}
