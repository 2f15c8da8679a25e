namespace Trellis.Server.Ascend.Policies;

/// <summary>The two spellings of effects (contract, section 6.5): <c>policy_action</c> and the unified API's <c>effect</c>.</summary>
internal static class PolicyEffectNames
{
    /// <summary>The word of <c>policy_action</c>.</summary>
    public static string Action(PolicyEffect effect) => effect switch
    {
        PolicyEffect.Allow => "allow",
        PolicyEffect.RequireApproval => "require_approval",
        PolicyEffect.Escalate => "escalate",
        _ => "block",
    };

    /// <summary>The word of <c>effect</c>; an escalation is an approval, of a higher level.</summary>
    public static string Effect(PolicyEffect effect) => effect switch
    {
        PolicyEffect.Allow => "ALLOW",
        PolicyEffect.RequireApproval or PolicyEffect.Escalate => "REQUIRE_APPROVAL",
        _ => "DENY",
    };

    /// <summary>Reads a word of either spelling, in any case; null when it is none.</summary>
    public static PolicyEffect? Read(string word) => word.ToLowerInvariant() switch
    {
        "allow" => PolicyEffect.Allow,
        "block" or "deny" => PolicyEffect.Deny,
        "require_approval" => PolicyEffect.RequireApproval,
        "escalate" => PolicyEffect.Escalate,
        _ => null,
    };
}
