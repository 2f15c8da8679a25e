using Trellis.Testing;

namespace Trellis.Ascend.Tests;

/// <summary>Answers as the contract prints them (sections 2.3 to 2.9).</summary>
internal static class Golden
{
    public const string Allowed = """{"id":1547,"action_id":1547,"status":"approved","decision":"approved","execution_allowed":true,"risk_score":12,"risk_level":"low"}""";

    public const string Denied =
        """{"id":1548,"action_id":1548,"status":"denied","decision":"denied","execution_allowed":false,"reason":"Policy","policy_violations":["p1"],"risk_score":91}""";

    public const string Pending =
        """
        {"id": 1547, "action_id": 1547, "status": "pending_approval", "decision": "pending", "execution_allowed": false,
         "reason": "Risk 72 is at or above the agent's approval threshold", "risk_score": 72, "risk_level": "high", "requires_approval": true,
         "approval_request_id": "apr_9f2c1a7b3d4e5f60", "required_approvers": ["manager"], "expires_at": "2026-01-15T14:30:45Z",
         "policy_violations": [], "conditions": [], "approved_by": null, "approved_at": null, "comments": null, "metadata": {},
         "correlation_id": "action_20260115_103045_a1b2c3d4", "cvss_score": 6.5, "cvss_severity": "medium",
         "cvss_vector": "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", "nist_control": "AC-3", "nist_description": "Access Enforcement",
         "mitre_tactic": "TA0009", "mitre_technique": "T1213", "alert_triggered": true, "alert_id": 88, "workflow_id": 12,
         "policy_decision": "require_approval", "matched_policies": 1, "matched_smart_rules": 0, "code_analysis": null,
         "prompt_security": null, "mcp_governance": null, "model_governance": null, "output_scan_result": null, "output_findings_count": null,
         "thresholds": {"auto_approve_below": 30, "max_risk_threshold": 80, "agent_type": "supervised", "is_registered": true},
         "enforcement_decision": "pending_approval", "enforcement_decision_source": "threshold", "risk_score_source": "pipeline",
         "shadow_enforcement_decision": null, "shadow_enforcement_decision_source": null, "processing_time_ms": 145,
         "action_type": "database.query", "message": "…"}
        """;

    public const string StillPending = """{"action_id":1547,"status":"pending_approval","risk_score":72.0,"decision_ready":false}""";

    public const string Approved = """{"action_id":1547,"status":"approved","risk_score":72.0,"timestamp":"2026-01-15T10:31:00Z","decision_ready":true}""";

    public static StubAnswer Ok(string json) => StubAnswer.Json(json);

    public static StubAnswer Error(int status, string json = """{"detail":"no","error_code":"SOME_CODE"}""") => StubAnswer.Json(status, json);

    public static StubAnswer Decision(string status) => Ok($$"""{"action_id":7,"status":"{{status}}"}""");
}
