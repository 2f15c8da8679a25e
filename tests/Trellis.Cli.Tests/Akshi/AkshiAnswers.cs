namespace Trellis.Cli.Tests.Akshi;

/// <summary>Answers of the runtime, as the contract's section 2 shows them.</summary>
internal static class AkshiAnswers
{
    public const string Healthy = """{"ok":true,"status":"ok","version":"0.5.0","uptime_ms":81234}""";

    public const string Agents = """
        [{"name":"log-monitor","status":"running","uptime_ms":360000,"last_activity_ms_ago":1200,"restart_count":0,
          "memory_profile":{"heap_bytes":2097152,"fuel_remaining":500000}},
         {"name":"researcher","status":"idle","uptime_ms":11700000,"last_activity_ms_ago":null,"restart_count":2,
          "memory_profile":{"heap_bytes":1024,"fuel_remaining":null},"zone":"b"}]
        """;

    public const string Grants = """
        [{"id":"7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10","agent":"researcher","secret_name":"ANTHROPIC_API_KEY","domain":"anthropic",
          "status":"active","granted_at":"2026-03-17T08:00:00Z","expires_at":null,"revoked_at":null}]
        """;

    public const string Revoked = """
        {"ok":true,"id":"7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10","agent":"researcher","secret_name":"ANTHROPIC_API_KEY","domain":"anthropic",
         "status":"revoked","revoked_at":"2026-03-17T10:00:00Z"}
        """;

    public const string Approvals = """
        {"pending":[{"id":"apr-001","request_id":"apr-001","agent":"researcher","capability":"http_fetch",
           "detail":"GET https://api.example.com/data","risk_score":0.35,"status":"pending",
           "requested_at":"2026-03-17T10:00:00Z","expires_at":"2026-03-17T10:05:00Z","queue":"emea"}],
         "resolved":[{"id":"apr-000","request_id":"apr-000","agent":"researcher","capability":"spend","detail":"...",
           "risk_score":0.8,"status":"denied","decision":"deny","decided_at":"2026-03-17T09:59:00Z",
           "decided_by":"operator","requested_at":"2026-03-17T09:58:00Z"}]}
        """;

    public const string Tasks = """
        {"tasks":[{"id":"task-001","from":"orchestrator","to":"researcher","status":"completed",
          "input":{"query":"..."},"output":{"summary":"..."},"error":null,
          "created_at":"2026-03-17T09:00:00Z","started_at":"2026-03-17T09:00:01Z","completed_at":"2026-03-17T09:00:05Z"}]}
        """;

    public const string Reloaded = """
        {"ok":true,"reloaded":["log-monitor"],"unchanged":["researcher"],"added":["new-agent"],"removed":[],
         "requires_restart":["dashboard.port"],"errors":[]}
        """;

    public const string Agui = """
        retry: 3000

        id: 41
        event: STATE_SNAPSHOT
        data: {"type":"STATE_SNAPSHOT","agents":[{"name":"log-monitor","status":"idle"}],"snapshot":{"agents":[]}}

        : keepalive

        id: 42
        event: RUN_STARTED
        data: {"type":"RUN_STARTED","agent":"log-monitor","threadId":"log-monitor","runId":"r-1","timestamp":1}

        id: 43
        event: TOOL_CALL_START
        data: {"type":"TOOL_CALL_START","agent":"log-monitor","toolCallId":"t-1","toolCallName":"read_file","args":{"path":"a.log"}}

        id: 44
        event: RUN_FINISHED
        data: {"type":"RUN_FINISHED","agent":"log-monitor","runId":"r-1","durationMs":12,"outcome":"error","error":"out of fuel"}


        """;

    public static string Decided(string id, string decision = "approve") =>
        $$"""{"ok":true,"id":"{{id}}","request_id":"{{id}}","decision":"{{decision}}","decided_at":"2026-03-17T10:01:00Z"}""";

    /// <summary>A page of the log with the numbers from <paramref name="first"/> to <paramref name="last"/>, as a server of inclusive cursors gives it.</summary>
    public static string Logs(int first, int last)
    {
        var lines = Numbers(first, last).Select(static number => $$"""
            {"seq":{{number}},"ts":"2026-03-17T10:00:01Z","level":"{{(number % 2 == 0 ? "warn" : "info")}}",
             "agent":{{(number % 3 == 0 ? "null" : "\"log-monitor\"")}},"message":"line {{number}}"}
            """);
        return $$"""{"next_seq":{{last + 1}},"logs":[{{string.Join(',', lines)}}]}""";
    }

    /// <summary>A page of findings with these numbers.</summary>
    public static string Findings(int first, int last)
    {
        var items = Numbers(first, last).Select(static number => $$"""
            {"seq":{{number}},"ts":"2026-03-17T10:00:02Z","severity":"{{(number % 2 == 0 ? "critical" : "info")}}","source":"log-monitor",
             "agent":"log-monitor","file":"logs/app.log","summary":"spike {{number}}","title":"spike {{number}}","detail":"over 5 percent"}
            """);
        return $$"""{"next_seq":{{last + 1}},"findings":[{{string.Join(',', items)}}]}""";
    }

    private static IEnumerable<int> Numbers(int first, int last) => Enumerable.Range(first, Math.Max(last - first + 1, 0));
}
