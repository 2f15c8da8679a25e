namespace Trellis.Server.Console.Queue;

/// <summary>What the page of the queue shows.</summary>
/// <param name="Status">The state that is shown; empty for all.</param>
/// <param name="Type">The type that is shown; empty for all.</param>
/// <param name="Part">The jobs.</param>
/// <param name="IsNewest">Whether they are the newest.</param>
/// <param name="Draft">What the form of a new job holds.</param>
/// <param name="Refusal">Why the form was refused; null when it was not.</param>
internal sealed record QueueModel(string Status, string Type, QueuePart Part, bool IsNewest, QueueDraft Draft, string? Refusal);
