namespace Trellis.Server.Console.Actions;

/// <summary>Something that has happened to an action.</summary>
/// <param name="Timestamp">When.</param>
/// <param name="Action">What.</param>
/// <param name="Actor">Who did it.</param>
internal sealed record GovernedActionStep(DateTimeOffset Timestamp, string Action, string? Actor);
