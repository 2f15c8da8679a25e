using Trellis.Server.Ascend.Policies;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>The actions as the wire has them, and what they amount to.</summary>
internal static class SmartRuleActions
{
    /// <summary>Their words, in the order of the type.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["log", "monitor", "alert", "require_approval", "escalate", "block", "block_and_alert", "quarantine"];

    /// <summary>The word of an action.</summary>
    public static string Name(SmartRuleAction action) => Names[(int)action];

    /// <summary>Reads a word in any case; null when it is none.</summary>
    public static SmartRuleAction? Read(string word)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            if (Names[index].Equals(word, StringComparison.OrdinalIgnoreCase))
                return (SmartRuleAction)index;
        }

        return null;
    }

    /// <summary>What it does to the decision.</summary>
    public static PolicyEffect Effect(SmartRuleAction action) => action switch
    {
        SmartRuleAction.RequireApproval => PolicyEffect.RequireApproval,
        SmartRuleAction.Escalate => PolicyEffect.Escalate,
        SmartRuleAction.Block or SmartRuleAction.BlockAndAlert or SmartRuleAction.Quarantine => PolicyEffect.Deny,
        _ => PolicyEffect.Allow,
    };

    /// <summary>Whether it raises an alert.</summary>
    public static bool RaisesAlert(SmartRuleAction action) =>
        action is SmartRuleAction.Alert or SmartRuleAction.BlockAndAlert or SmartRuleAction.Quarantine;
}
