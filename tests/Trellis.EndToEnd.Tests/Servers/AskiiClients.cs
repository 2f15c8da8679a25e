using Trellis.Askii;

namespace Trellis.EndToEnd.Tests.Servers;

/// <summary>Clients of a server under test.</summary>
internal static class AskiiClients
{
    /// <summary>A client that refuses answers with members that the contract does not have, and does not hide failures by trying again.</summary>
    public static AskiiClient Create(Uri url, string token, Action<AskiiClientOptions>? configure = null)
    {
        var options = new AskiiClientOptions { BaseUrl = url, Token = token, StrictResponses = true, MaxAttempts = 1 };
        configure?.Invoke(options);
        return new AskiiClient(options);
    }
}
