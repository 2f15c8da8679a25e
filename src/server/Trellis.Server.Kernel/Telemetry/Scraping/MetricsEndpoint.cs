using System.Text;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>The server's metrics as Prometheus scrapes them.</summary>
internal sealed class MetricsEndpoint(MetricsAccess access, MetricCollector collector, StoreGauges gauges)
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";
    private const string BuildInfo = "trellis_build_info";

    private static readonly string Version = typeof(MetricsEndpoint).Assembly.GetName().Version?.ToString(3) ?? "unknown";

    /// <summary>GET.</summary>
    public async Task ReadAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = access.Judge(context);
        if (response.StatusCode != StatusCodes.Status200OK)
        {
            // The request boundary writes the body.
            if (response.StatusCode == StatusCodes.Status401Unauthorized)
                response.Headers.WWWAuthenticate = "Bearer";
            return;
        }

        collector.Start();
        await gauges.RefreshAsync().WaitAsync(context.RequestAborted);
        var text = new PrometheusText();
        text.Family(BuildInfo, "gauge", "The version of the server; always 1.");
        text.Sample(BuildInfo, 1, ("version", Version));
        collector.Write(text);

        var body = Encoding.UTF8.GetBytes(text.ToString());
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
