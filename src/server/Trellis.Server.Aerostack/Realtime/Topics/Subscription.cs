namespace Trellis.Server.Aerostack.Realtime.Topics;

/// <summary>How a connection is subscribed to a topic.</summary>
/// <param name="Wire">The name that it knows the topic by.</param>
/// <param name="Filter">Which events it wants; null for all.</param>
internal readonly record struct Subscription(string Wire, EventFilter? Filter);
