namespace Trellis.Server.Console.Components;

/// <summary>The colours of states.</summary>
internal static class Tone
{
    /// <summary>The class of the stylesheet that fits a word.</summary>
    public static string Of(string word) => word switch
    {
        "approved" or "active" or "completed" or "running" or "delivered" or "low" or "healthy" or "valid" or "success" or "allow" or "ready" or "online" or "enabled" or "clean" => "good",
        "pending" or "pending_approval" or "medium" or "waiting" or "draft" or "retrying" or "delayed" or "require_approval" or "queued" or "degraded" or "warn" or "warning" or "escalate" or "suspended" or "processing" => "wait",
        "denied" or "rejected" or "failed" or "critical" or "high" or "revoked" or "dead" or "crashed" or "deny" or "error" or "blocked" or "block" or "violation" or "dead_letter" or "failure" or "tampered" or "broken" => "bad",
        _ => "neutral",
    };
}
