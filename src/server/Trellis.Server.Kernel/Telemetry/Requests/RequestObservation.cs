using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>
/// One request being observed, until it is disposed. It tells the template of the route and never the path or the query: those may hold
/// what is nobody else's business.
/// </summary>
internal sealed class RequestObservation : IDisposable
{
    private readonly ServerTelemetry _telemetry;
    private readonly HttpContext _context;
    private readonly string _method;
    private readonly Activity? _span;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly bool _isCounted;
    private string? _error;

    public RequestObservation(ServerTelemetry telemetry, HttpContext context, string method, Activity? span, TimeProvider time)
    {
        _telemetry = telemetry;
        _context = context;
        _method = method;
        _span = span;
        _time = time;
        _started = time.GetTimestamp();

        // Who begins to listen while the request runs must not see it leave only.
        _isCounted = telemetry.ActiveRequests.Enabled;
        Count(1);
    }

    /// <summary>Takes note of an exception that cut the answer short.</summary>
    public void Failed(Exception exception) => _error = exception.GetType().FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        var status = _context.Response.StatusCode;
        _error ??= status >= StatusCodes.Status500InternalServerError ? status.ToString(CultureInfo.InvariantCulture) : null;
        var endpoint = _context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
        var platform = endpoint?.Metadata.GetMetadata<EndpointPlatform>()?.Name;

        if (_span is not null)
            EndSpan(_span, status, route, platform);
        Count(-1);
        if (_telemetry.RequestDuration.Enabled)
            _telemetry.RequestDuration.Record(_time.GetElapsedTime(_started).TotalSeconds, Tags(status, route, platform));
    }

    private void Count(int change)
    {
        if (_isCounted)
            _telemetry.ActiveRequests.Add(change, new("http.request.method", _method), new("url.scheme", _context.Request.Scheme));
    }

    private void EndSpan(Activity span, int status, string? route, string? platform)
    {
        if (span.IsAllDataRequested)
        {
            var name = _method == RequestMethod.Other ? "HTTP" : _method;
            span.DisplayName = route is null ? name : $"{name} {route}";
            span.SetTag("http.route", route);
            span.SetTag("http.response.status_code", status);
            span.SetTag("trellis.platform", platform);
            span.SetTag("trellis.request_id", _context.TraceIdentifier);
            span.SetTag("error.type", _error);
            if (_error is not null)
                span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }

    private TagList Tags(int status, string? route, string? platform)
    {
        var tags = new TagList
        {
            { "http.request.method", _method },
            { "http.response.status_code", status },
            { "network.protocol.version", ProtocolVersion.Of(_context.Request) },
            { "url.scheme", _context.Request.Scheme },
        };
        if (route is not null)
            tags.Add("http.route", route);
        if (platform is not null)
            tags.Add("trellis.platform", platform);
        if (_error is not null)
            tags.Add("error.type", _error);
        return tags;
    }
}
