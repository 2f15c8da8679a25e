using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>Clients of the first project of the shared server.</summary>
internal static class AerostackClients
{
    /// <summary>The secret key of <c>credentials.json</c>.</summary>
    public static string Key(SharedServer server) => server.Data.ReadJson("credentials.json")["aerostack"]!["apiKey"]!.GetValue<string>();

    /// <summary>A client that does not hide failures by trying again.</summary>
    public static AerostackClient Create(SharedServer server, string? userId = null) => new(new AerostackClientOptions
    {
        ServerUrl = new Uri(server.Url, "/v1").ToString(),
        ApiKey = Key(server),
        ProjectId = "default",
        Realtime = new RealtimeOptions { UserId = userId, MaxReconnectAttempts = 0 },
    });
}
