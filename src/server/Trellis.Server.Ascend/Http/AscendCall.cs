using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Http;

/// <summary>One request, as handlers see it. Lives as long as the request.</summary>
internal sealed class AscendCall
{
    /// <summary>The request itself.</summary>
    public required HttpContext Http { get; init; }

    /// <summary>Who asks. The organisation comes from here and from nowhere else.</summary>
    public required Caller Caller { get; init; }

    /// <summary>From where it asks.</summary>
    public required RequestOrigin Origin { get; init; }

    /// <summary>When it asks.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The body; undefined when there is none.</summary>
    public JsonElement Body { get; init; }

    /// <summary>The bytes of the body. Valid until the request has been answered.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>The caller's organisation.</summary>
    public long OrganisationId => Caller.OrganisationId;

    /// <summary>The caller has hung up.</summary>
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>A segment of the path.</summary>
    public string Route(string name) => (string)Http.GetRouteValue(name)!;

    /// <summary>A segment of the path that is a positive integer; null when it is something else, and then nothing has that id.</summary>
    public long? RouteId(string name = "id") =>
        long.TryParse(Route(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    /// <summary>A query parameter; null when it is missing or empty. U+0000, which no store keeps, becomes U+FFFD and then matches nothing.</summary>
    public string? Query(string name) => QueryParameter.Read(Http.Request, name);
}
