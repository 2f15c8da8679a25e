namespace Trellis.Server.Ascend.SmartRules;

/// <summary>What a smart rule does about an action that satisfies it.</summary>
internal enum SmartRuleAction
{
    /// <summary>It is noted.</summary>
    Log,

    /// <summary>It is noted, to be watched.</summary>
    Monitor,

    /// <summary>An alert is raised.</summary>
    Alert,

    /// <summary>A person has to agree.</summary>
    RequireApproval,

    /// <summary>A person of a higher level has to agree.</summary>
    Escalate,

    /// <summary>It is denied.</summary>
    Block,

    /// <summary>It is denied, and an alert is raised.</summary>
    BlockAndAlert,

    /// <summary>It is denied, an alert is raised, and the agent is to be suspended.</summary>
    Quarantine,
}
