using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Http;

/// <summary>One request, as handlers see it. Lives as long as the request.</summary>
internal sealed class AkshiCall
{
    /// <summary>The request itself.</summary>
    public required HttpContext Http { get; init; }

    /// <summary>Who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>From where it asks.</summary>
    public required RequestOrigin Origin { get; init; }

    /// <summary>When it asks.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The body: an object, or an array where the route takes one; undefined when there is none. Valid until the request has been answered.</summary>
    public JsonElement Body { get; init; }

    /// <summary>The members of the body, to be read one by one.</summary>
    public Fields Fields => new(Body);

    /// <summary>The caller has hung up.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>A segment of the path, decoded once: a name may hold a slash (contract, section 2.0).</summary>
    public string Route(string name) => PathSegment.Read(Http, name);

    /// <summary>A query parameter; null when it is missing or empty. U+0000, which no store keeps, becomes U+FFFD and then matches nothing.</summary>
    public string? Query(string name) => QueryParameter.Read(Http.Request, name);
}
