using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Akshi;

namespace Trellis.Cli.Akshi.Approvals;

/// <summary>An <see cref="Approval"/> as it is printed.</summary>
internal sealed record PrintedApproval(
    string Id,
    string RequestId,
    string? Agent,
    string? Capability,
    string? Detail,
    double? RiskScore,
    ApprovalState? Status,
    ApprovalVerdict? Decision,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Reason,
    DateTimeOffset? RequestedAt,
    DateTimeOffset? ExpiresAt)
{
    /// <summary>What this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }

    public static PrintedApproval Of(Approval approval) => new(
        approval.Id,
        approval.RequestId,
        approval.Agent,
        approval.Capability,
        approval.Detail,
        approval.RiskScore,
        approval.Status,
        approval.Decision,
        approval.DecidedBy,
        approval.DecidedAt,
        approval.Reason,
        approval.RequestedAt,
        approval.ExpiresAt)
    {
        AdditionalFields = approval.AdditionalFields,
    };
}
