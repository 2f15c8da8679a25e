using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Aerostack.Realtime.Frames;
using Trellis.Server.Aerostack.Realtime.History;

namespace Trellis.Server.Aerostack.Realtime;

/// <summary>
/// Events over WebSockets, and the messages that were kept (contract, section 7). Who is connected is known to each server alone; messages lie
/// in the store.
/// </summary>
internal sealed class RealtimeFeature : IAerostackFeature
{
    private static readonly RouteRules Open = new() { Access = Access.Anyone, ReadsBody = true };

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new RealtimeOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:realtime")));
        services.AddSingleton<RealtimeHub>();
        services.AddSingleton<RealtimeGate>();
        services.AddSingleton<MessageLog>();
        services.AddSingleton<SubscriptionFrames>();
        services.AddSingleton<PublishFrames>();
        services.AddSingleton<PresenceFrames>();
        services.AddSingleton<AuthFrames>();
        services.AddSingleton<FrameHandler>();
        services.AddSingleton<RealtimeSession>();
        services.AddSingleton<ConnectEndpoint>();
        services.AddSingleton<HistoryEndpoint>();
        services.AddSingleton<CredentialSweep>();
        services.AddHostedService(static provider => provider.GetRequiredService<CredentialSweep>());
        services.AddSingleton<MessagePurge>();
        services.AddHostedService(static provider => provider.GetRequiredService<MessagePurge>());
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        // Over HTTP/2 a WebSocket begins with CONNECT (RFC 8441). The second path is that of the first clients.
        foreach (var method in (ReadOnlySpan<string>)["GET", "CONNECT"])
            routes.Map(method, routes.Service<ConnectEndpoint>().ConnectAsync, Open, "/api/realtime", "/v1/realtime");
        routes.Map("GET", routes.Service<HistoryEndpoint>().ListAsync, Open, "/api/v1/public/realtime/history");
    }
}
