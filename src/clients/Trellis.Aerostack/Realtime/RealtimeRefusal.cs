namespace Trellis.Aerostack;

/// <summary>The server refused the connection in a way that trying again would not change.</summary>
internal sealed class RealtimeRefusal(int status, Exception cause) : Exception($"The server refused the connection with HTTP {status}.", cause);
