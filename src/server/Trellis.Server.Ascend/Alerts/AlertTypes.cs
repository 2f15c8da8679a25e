namespace Trellis.Server.Ascend.Alerts;

/// <summary>What alerts are raised for.</summary>
internal static class AlertTypes
{
    /// <summary>An action of high or critical risk.</summary>
    public const string HighRiskAction = "high_risk_action";

    /// <summary>A known vulnerability in a component that is in use.</summary>
    public const string SupplyChainCve = "supply_chain_cve";

    /// <summary>Something in an agent's output that must not leave.</summary>
    public const string OutputBlocked = "output_blocked";
}
