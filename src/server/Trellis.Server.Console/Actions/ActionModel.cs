using Trellis.Server.Console.Audit;

namespace Trellis.Server.Console.Actions;

/// <summary>The whole story of an action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Risk">What its score is made of.</param>
/// <param name="Today">What the policies say of it that hold now.</param>
/// <param name="Records">What the audit trail has of it, the newest first.</param>
internal sealed record ActionModel(GovernedAction Action, RiskExplanation Risk, PolicyVerdict Today, IReadOnlyList<AuditItem> Records);
