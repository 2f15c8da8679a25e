namespace Trellis.Server.Console.Agents;

/// <summary>The kill switch of the organisation.</summary>
/// <param name="Active">Whether everything is stopped.</param>
/// <param name="Reason">Why.</param>
/// <param name="ActivatedAt">Since when.</param>
/// <param name="ActivatedBy">By whom.</param>
internal sealed record KillSwitchState(bool Active, string? Reason, DateTimeOffset? ActivatedAt, string? ActivatedBy);
