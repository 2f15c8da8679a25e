using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Trellis.Server.Akshi.Metrics;

/// <summary>
/// How long answers took, by method, template of the route and status: never by a path, of which there is no end. Event streams are not
/// among them, since they take as long as their readers like. Safe for concurrent use.
/// </summary>
internal sealed class HttpDurations
{
    private const string OtherMethod = "OTHER";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    private readonly ConcurrentDictionary<(string Method, string Route, int Status), DurationHistogram> _histograms = new();

    /// <summary>Counts an answer.</summary>
    public void Observe(HttpContext context, int status, TimeSpan duration)
    {
        // Anybody can think of a method.
        var method = Array.Find(Methods, known => HttpMethods.Equals(known, context.Request.Method)) ?? OtherMethod;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        _histograms.GetOrAdd((method, route, status), static _ => new DurationHistogram()).Observe(duration);
    }

    /// <summary>All of them, in a fixed order.</summary>
    public IReadOnlyList<((string Method, string Route, int Status) Labels, DurationHistogram Histogram)> Read() =>
    [
        .. _histograms.Select(static pair => (pair.Key, pair.Value))
            .OrderBy(static pair => pair.Key.Route, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Method, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Status),
    ];
}
