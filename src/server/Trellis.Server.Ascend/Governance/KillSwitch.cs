namespace Trellis.Server.Ascend.Governance;

/// <summary>An active kill switch of a whole organisation.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ActivatedAt">Since when.</param>
/// <param name="ActivatedBy">By whom.</param>
internal sealed record KillSwitch(string Reason, DateTimeOffset ActivatedAt, string ActivatedBy);
