namespace Trellis.Cli.Tests.Ascend;

/// <summary>Answers of the platform, as the contract's section 2 shows them.</summary>
internal static class AscendAnswers
{
    public const string Allowed = """
        {"id":1547,"action_id":1547,"status":"approved","decision":"approved","execution_allowed":true,"reason":"Risk 12 is low",
         "risk_score":12.4,"risk_level":"low","policy_violations":[],"conditions":[],"required_approvers":[]}
        """;

    public const string Denied = """
        {"action_id":1548,"status":"denied","decision":"denied","execution_allowed":false,"reason":"Too much","risk_score":88,
         "risk_level":"critical","policy_violations":["refund limit"]}
        """;

    public const string Pending = """
        {"action_id":1549,"status":"pending_approval","decision":"pending","execution_allowed":false,"reason":"A person decides",
         "risk_score":72,"risk_level":"high","approval_request_id":"apr_9f2c1a7b3d4e5f60","required_approvers":["manager"],
         "expires_at":"2026-01-15T14:30:45Z"}
        """;

    public const string Registered = """
        {"success":true,"created":true,"status":"registered","agent_id":"refund-agent","trust_level":"standard",
         "registered_at":"2026-01-15T10:30:00Z","capabilities":["payment.refund"]}
        """;

    public const string Logged = """{"success":true,"action_id":"1547","status":"completed","logged_at":"2026-01-15T10:30:00Z"}""";

    public const string Approvals = """
        {"approvals":[{"approval_request_id":"apr_1","action_id":"1549","agent_id":"refund-agent","action_type":"payment.refund",
          "resource":"orders","risk_score":72,"risk_level":"high","required_approvers":["manager"],"stage":"manager","stages":[{"name":"manager"}],
          "expires_at":"2026-01-15T14:30:45Z","status":"pending","queue":"emea"}],"total":1}
        """;

    public const string Approved = """
        {"action_id":"1549","status":"approved","approved_by":"admin","approved_at":"2026-01-15T10:31:00Z","correlation_id":"c"}
        """;

    public const string Rejected = """
        {"action_id":"1549","status":"denied","rejected_by":"admin","rejected_at":"2026-01-15T10:31:00Z","reason":"never paid"}
        """;

    public const string Policies = """
        {"policies":[{"id":3,"policy_name":"big refunds","is_active":true,"priority":10,"conditions":{"amount_above":200},
          "policy_action":"require_approval","owner":"finance"}],"total":1}
        """;

    public const string Policy = """{"id":3,"policy_name":"big refunds","policy_action":"block","is_active":true}""";

    public const string Webhook = """
        {"webhook_id":"7","url":"https://hooks.example.com/a","events":["action.pending"],"status":"active","created_at":"2026-01-15T10:30:00Z"}
        """;

    public const string Healthy = """{"status":"healthy","version":"1.2.3","timestamp":"2026-01-15T10:30:00Z","organization_id":4}""";

    public const string KillSwitchOn = """
        {"active":true,"reason":"incident 4711","activated_at":"2026-01-15T10:30:00Z","activated_by":"admin","organization_id":4}
        """;

    /// <summary>Records with the numbers from <paramref name="newest"/> down to <paramref name="oldest"/>.</summary>
    public static string AuditPage(int newest, int oldest)
    {
        var records = Enumerable.Range(oldest, newest - oldest + 1).Reverse().Select(static number => $$"""
            {"id":"id-{{number}}","sequence_number":{{number}},"timestamp":"2026-01-15T10:30:00Z","event_type":"agent_action_submitted",
             "actor":"key_1","resource_type":"action","resource_id":"{{number}}","action":"submit","outcome":"SUCCESS"}
            """);
        return $$"""{"events":[{{string.Join(',', records)}}],"total":{{newest}}}""";
    }
}
