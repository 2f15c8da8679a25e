using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>What is known to make an action more or less dangerous. Contract section 2.2. A <see cref="JsonObject"/> converts implicitly.</summary>
public sealed class RiskIndicators
{
    private readonly bool _isCustomOnly;

    /// <summary>Creates indicators, all of which are sent, <see langword="false"/> and empty lists too.</summary>
    public RiskIndicators()
    {
    }

    private RiskIndicators(JsonObject custom) => (_isCustomOnly, Custom) = (true, custom);

    /// <summary>Whether personal data is involved.</summary>
    public bool PiiInvolved { get; init; }

    /// <summary>Whether financial data is involved.</summary>
    public bool FinancialData { get; init; }

    /// <summary>Whether data leaves the organisation.</summary>
    public bool ExternalTransfer { get; init; }

    /// <summary>How sensitive the data is.</summary>
    /// <value><c>low</c>.</value>
    public string DataSensitivity { get; init; } = "low";

    /// <summary>The amount at stake.</summary>
    /// <value><see langword="null"/>: not sent.</value>
    public string? AmountThreshold { get; init; }

    /// <summary>The rules that apply, such as <c>gdpr</c>.</summary>
    public IReadOnlyList<string> ComplianceFlags { get; init; } = [];

    /// <summary>Members of the caller's own, sent beside the others; one of the same name wins. Not changed.</summary>
    public JsonObject? Custom { get; init; }

    /// <summary>Indicators of the caller's own members alone.</summary>
    public static implicit operator RiskIndicators(JsonObject custom) => new(custom);

    /// <summary>What is sent.</summary>
    internal JsonObject? ToJson() => _isCustomOnly ? Custom : MemberMerge.Merge(
        Custom,
        ("pii_involved", PiiInvolved),
        ("financial_data", FinancialData),
        ("external_transfer", ExternalTransfer),
        ("data_sensitivity", DataSensitivity),
        ("amount_threshold", AmountThreshold),
        ("compliance_flags", new JsonArray([.. ComplianceFlags.Select(static flag => JsonValue.Create(flag))])));
}
