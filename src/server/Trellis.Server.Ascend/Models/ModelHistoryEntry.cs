namespace Trellis.Server.Ascend.Models;

/// <summary>Something that happened to a model.</summary>
/// <param name="Entry">Its number in the model's history, from 1.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Event">What.</param>
/// <param name="Status">How far the model was approved afterwards.</param>
/// <param name="Detail">More, for a person.</param>
internal sealed record ModelHistoryEntry(long Entry, DateTimeOffset At, string Actor, string Event, string Status, string? Detail);
