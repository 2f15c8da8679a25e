namespace Trellis.Server.Console.Actions;

/// <summary>What policies and smart rules say of an action that nobody takes.</summary>
/// <param name="Decision"><c>ALLOW</c>, <c>DENY</c> or <c>REQUIRE_APPROVAL</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="MatchedPolicies">The policies that concern it.</param>
/// <param name="MatchedSmartRules">The smart rules that concern it.</param>
internal sealed record PolicyVerdict(
    string Decision, string? Reason, IReadOnlyList<PolicyHit> MatchedPolicies, IReadOnlyList<SmartRuleHit> MatchedSmartRules);
