namespace Trellis;

/// <summary>One event of a stream of server-sent events.</summary>
/// <param name="Type">Its type; <c>message</c> when the server named none.</param>
/// <param name="Data">Its data, the lines joined with line feeds.</param>
/// <param name="Id">The id of the last event that had one, this one included; empty when none had.</param>
internal readonly record struct SseEvent(string Type, string Data, string Id);
