using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>The state of an approval request as it comes over the wire. Contract section 2.7.</summary>
internal sealed class ApprovalBody
{
    public string? ApprovalRequestId { get; set; }

    public string? ActionId { get; set; }

    public string? Status { get; set; }

    public string? ApprovedBy { get; set; }

    public string? RejectedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? RejectionReason { get; set; }

    public string? Comments { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalFields { get; set; }
}
