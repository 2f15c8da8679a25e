using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Console.Sessions;

namespace Trellis.Server.Console.Http;

/// <summary>A request of somebody who has signed in.</summary>
/// <param name="Context">The request.</param>
/// <param name="Session">Who asks.</param>
/// <param name="Platforms">The platforms, as this person may use them.</param>
/// <param name="At">Now.</param>
internal sealed record ConsoleCall(HttpContext Context, Session Session, PlatformClient Platforms, DateTimeOffset At)
{
    /// <summary>What the last form has left for this page.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Whether the script asks, for what has changed since.</summary>
    public bool IsLive => Context.Request.Headers.ContainsKey("X-Trellis-Live");

    /// <summary>A registered service.</summary>
    public T Service<T>()
        where T : class => Context.RequestServices.GetRequiredService<T>();

    /// <summary>Ends when the browser hangs up.</summary>
    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>A part of the path.</summary>
    public string Route(string name) => Context.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>A value of the query, trimmed; empty when there is none.</summary>
    public string Query(string name) => Context.Request.Query[name].ToString().Trim();

    /// <summary>A number of the query within limits; the fallback when there is none.</summary>
    public int Number(string name, int fallback, int smallest, int largest) =>
        int.TryParse(Query(name), out var number) ? Math.Clamp(number, smallest, largest) : fallback;

    /// <summary>A field of the form, trimmed; empty when there is none.</summary>
    public string Field(string name) => Context.Request.Form[name].ToString().Trim();

    /// <summary>Whether a box of the form is ticked.</summary>
    public bool IsTicked(string name) => Field(name).Length > 0;
}
