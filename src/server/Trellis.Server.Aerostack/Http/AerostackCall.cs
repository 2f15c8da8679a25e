using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Http;

/// <summary>One request, as handlers see it. Lives as long as the request.</summary>
internal sealed class AerostackCall
{
    /// <summary>The request itself.</summary>
    public required HttpContext Http { get; init; }

    /// <summary>Who asks. The project comes from here and from nowhere else.</summary>
    public required Caller Caller { get; init; }

    /// <summary>From where it asks.</summary>
    public required RequestOrigin Origin { get; init; }

    /// <summary>When it asks.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The body, an object; undefined when there is none. Valid until the request has been answered.</summary>
    public JsonElement Body { get; init; }

    /// <summary>The bytes of the body. Valid until the request has been answered.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>The caller's project.</summary>
    public string ProjectId => Caller.Project.Id;

    /// <summary>The members of the body, to be read one by one.</summary>
    public Fields Fields => new(Body);

    /// <summary>The caller has hung up.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The same request with another body, for the handler of another route.</summary>
    public AerostackCall With(JsonElement body) => new() { Http = Http, Caller = Caller, Origin = Origin, At = At, Body = body };

    /// <summary>A segment of the path.</summary>
    public string Route(string name) => (string)Http.GetRouteValue(name)!;

    /// <summary>A query parameter; null when it is missing or empty. U+0000, which no store keeps, becomes U+FFFD and then matches nothing.</summary>
    public string? Query(string name) => QueryParameter.Read(Http.Request, name);
}
