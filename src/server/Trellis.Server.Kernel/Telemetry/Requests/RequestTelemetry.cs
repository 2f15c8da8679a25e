using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>
/// Makes the span of each request and measures it (https://opentelemetry.io/docs/specs/semconv/http/). The web framework would do so too,
/// but at a price for every request, whether somebody listens or not.
/// </summary>
internal sealed class RequestTelemetry(ServerTelemetry telemetry, TimeProvider time)
{
    /// <summary>Whether somebody listens, to traces or to metrics.</summary>
    public bool IsObserved => telemetry.RequestDuration.Enabled || telemetry.Source.HasListeners();

    /// <summary>Begins to observe a request.</summary>
    public RequestObservation Start(HttpContext context)
    {
        var method = RequestMethod.Of(context.Request);
        var span = telemetry.Source.HasListeners() ? StartSpan(context.Request, method) : null;
        return new RequestObservation(telemetry, context, method, span, time);
    }

    private Activity? StartSpan(HttpRequest request, string method)
    {
        var parent = TraceParent.Read(request.Headers);

        // Somebody ahead of the server's own steps may have begun a span of the same trace; it is the nearer parent.
        if (Activity.Current is { } current && (parent == default || current.TraceId == parent.TraceId))
            parent = current.Context;

        var span = telemetry.Source.StartActivity(method, ActivityKind.Server, parent);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("http.request.method", method);
            span.SetTag("url.scheme", request.Scheme);
            span.SetTag("network.protocol.version", ProtocolVersion.Of(request));
        }

        return span;
    }
}
