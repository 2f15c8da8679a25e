namespace Trellis.Server.Ascend.Actions;

/// <summary>What a caller says about the data of its action (<c>risk_indicators</c>; contract, section 2.2). Can only make the outcome stricter.</summary>
internal sealed record RiskIndicators
{
    /// <summary>Nothing said.</summary>
    public static RiskIndicators None { get; } = new();

    /// <summary>Personal data are involved.</summary>
    public bool PiiInvolved { get; init; }

    /// <summary>Financial data are involved.</summary>
    public bool FinancialData { get; init; }

    /// <summary>Data leave the organisation.</summary>
    public bool ExternalTransfer { get; init; }

    /// <summary>How sensitive the data are, in lower case.</summary>
    public string DataSensitivity { get; init; } = "low";

    /// <summary>A stated amount, as text.</summary>
    public string? AmountThreshold { get; init; }

    /// <summary>Regimes that apply, such as <c>GDPR</c>.</summary>
    public IReadOnlyList<string> ComplianceFlags { get; init; } = [];
}
