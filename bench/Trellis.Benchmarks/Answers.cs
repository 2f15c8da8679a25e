namespace Trellis.Benchmarks;

/// <summary>The answers of the three APIs to "list what I have", each with one entry.</summary>
internal static class Answers
{
    /// <summary>What a query answers, two rows.</summary>
    public static byte[] AerostackRows { get; } = """
        {"results":[{"id":17,"name":"Ada","active":1,"created_at":"2026-05-01T00:00:00Z","score":0.75},{"id":18,"name":"Grace","active":1,"created_at":"2026-05-02T00:00:00Z","score":0.5}],"count":2}
        """u8.ToArray();

    /// <summary>What the cache answers.</summary>
    public static byte[] AerostackCached { get; } = """{"value":{"name":"Ada","visits":17},"exists":true}"""u8.ToArray();

    /// <summary>A decision as the server writes it.</summary>
    public static byte[] AscendDecision { get; } = """
        {"id":1,"action_id":1,"status":"approved","decision":"approved","execution_allowed":true,"reason":"Risk 58 is below the agent's maximum of 80, and nothing requires approval","risk_score":58,"risk_level":"medium","requires_approval":false,"success":true,"enforcement_decision":"auto_approved","enforcement_decision_source":"threshold","shadow_enforcement_decision":null,"shadow_enforcement_decision_source":null,"policy_violations":[],"conditions":[],"approval_request_id":null,"required_approvers":[],"expires_at":null,"approved_by":null,"approved_at":null,"comments":null,"workflow_id":null,"risk_score_source":"pipeline","cvss_score":4.3,"cvss_severity":"medium","cvss_vector":"CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N","nist_control":"AC-3","nist_description":"Access Enforcement","mitre_tactic":"TA0009","mitre_technique":"T1213","code_analysis":null,"prompt_security":null,"policy_decision":null,"matched_policies":0,"matched_smart_rules":0,"mcp_governance":null,"model_governance":null,"output_scan_result":null,"output_findings_count":null,"alert_triggered":false,"alert_id":null,"thresholds":{"auto_approve_below":30,"max_risk_threshold":80,"agent_type":"supervised","is_registered":false},"metadata":{},"correlation_id":"asc_6b7ab62209534f43","agent_id":"agent-1","action_type":"database.query","resource":"production_db","timestamp":"2026-11-22T18:58:17.109847Z","processing_time_ms":0,"message":"The action may be executed. Report its completion or failure."}
        """u8.ToArray();

    public static byte[] AskiiKeys { get; } = """
        {"user_id":"u-1","keys":[
        {"key_name":"sk-...1a2b","key_alias":"agent","created_at":"2026-05-01T00:00:00Z","expires":"2026-08-01T00:00:00Z","spend":1.5,"blocked":null,"models":["gpt-4o"],"default_model":"gpt-4o","memory_enabled":true,"memory_mode":"ckg"}
        ]}
        """u8.ToArray();

    public static byte[] OpenAIModels { get; } = """
        {"object":"list","data":[
        {"id":"gpt-4o-2024-08-06","object":"model","created":1722814719,"owned_by":"system","permission":[],"root":"gpt-4o","parent":null,"description":"A model of the list, as long as the others' entries are"}
        ]}
        """u8.ToArray();

    public static byte[] AnthropicModels { get; } = """
        {"data":[
        {"type":"model","id":"claude-sonnet-4-5-20250929","display_name":"Claude Sonnet 4.5","created_at":"2025-09-29T00:00:00Z","max_input_tokens":200000,"max_tokens":64000,"capabilities":null}
        ],"has_more":false,"first_id":"a","last_id":"c"}
        """u8.ToArray();
}
