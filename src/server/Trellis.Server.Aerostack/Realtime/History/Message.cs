namespace Trellis.Server.Aerostack.Realtime.History;

/// <summary>A message that was kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserId">Who sent it; null when its socket had no user.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Data">What came with it, as JSON.</param>
/// <param name="SentAt">When, in milliseconds of Unix time; no two messages of a topic have the same.</param>
internal sealed record Message(string Id, string? UserId, string Event, string Data, long SentAt);
