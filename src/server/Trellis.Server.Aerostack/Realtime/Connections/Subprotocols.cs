using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>
/// The credentials that a client offers as subprotocols, and the one to select (contract, section 7.1): browsers and the <c>ws</c> package
/// give up a handshake in which none of those offered is selected, or one that was not.
/// </summary>
/// <param name="Key">The project's key, as it was sent; null for none.</param>
/// <param name="Token">The user's token; null for none.</param>
/// <param name="Selected">The subprotocol to select; null for none.</param>
internal readonly record struct Subprotocols(string? Key, string? Token, string? Selected)
{
    private const string Version = "aerostack-v1";
    private const string KeyPrefix = "aerostack-key.";
    private const string TokenPrefix = "aerostack-token.";

    /// <summary>Reads what a handshake offers.</summary>
    public static Subprotocols Of(HttpContext context)
    {
        var offered = context.WebSockets.WebSocketRequestedProtocols;
        var key = Find(offered, KeyPrefix);
        var token = Find(offered, TokenPrefix);
        return new Subprotocols(key?[KeyPrefix.Length..], token?[TokenPrefix.Length..], offered.Contains(Version) ? Version : key ?? token);
    }

    private static string? Find(IList<string> offered, string prefix) =>
        offered.FirstOrDefault(text => text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length);
}
