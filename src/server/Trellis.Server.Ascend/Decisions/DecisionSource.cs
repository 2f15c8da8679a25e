namespace Trellis.Server.Ascend.Decisions;

/// <summary>What the decision rests on (<c>enforcement_decision_source</c>).</summary>
internal enum DecisionSource
{
    /// <summary>The risk score, the agent's thresholds and how far it is trusted.</summary>
    Threshold,

    /// <summary>A policy, the lists of what the agent may do, or the caller's own wish for a person.</summary>
    Policy,

    /// <summary>A smart rule.</summary>
    SmartRule,

    /// <summary>Code in the request.</summary>
    CodeAnalysis,

    /// <summary>A prompt in the request.</summary>
    PromptSecurity,
}
