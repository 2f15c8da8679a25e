namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>A rule in a drawer of the index. Drawers are sorted, so that what lies beyond the action's score or amount is not looked at.</summary>
/// <param name="Rule">Its number.</param>
/// <param name="LeastRisk">With a lower score it is not satisfied.</param>
internal readonly record struct FiledRule(int Rule, int LeastRisk);
