using System.Text.Json.Nodes;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>What a module is given to make its first credentials.</summary>
public sealed class BootstrapContext
{
    /// <summary>The server's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The organisation that the credentials are for.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The module's section of <c>credentials.json</c> from an earlier start; null when there is none. It holds secrets.</summary>
    public JsonObject? Existing { get; init; }

    /// <summary>Names the organisation and never the credentials.</summary>
    public override string ToString() => $"bootstrap of organisation {OrganisationId}";
}
