using Trellis.Testing;

namespace Trellis.Akshi.Tests.Wire;

/// <summary>Contract section 8, numbers 1 and 2: what the twelve calls of the Python SDK send.</summary>
public sealed class PythonCallTests
{
    private static readonly FindingRecord Record = new("log-monitor", "warning", "logs/app.log", "Error rate spike");

    [Fact]
    public async Task Each_call_has_its_method_path_body_and_bearer_in_both_forms()
    {
        (string Line, string Body, Func<AkshiClient, Task> Async, Action<AkshiClient> Sync)[] calls =
        [
            ("GET /api/v1/health", "", c => c.HealthAsync(), c => c.Health()),
            ("GET /api/v1/status", "", c => c.StatusAsync(), c => c.Status()),
            ("GET /api/v1/logs", "", c => c.LogsAsync(), c => c.Logs()),
            ("GET /api/v1/findings", "", c => c.FindingsAsync(), c => c.Findings()),
            ("POST /api/v1/findings",
                """{"findings":[{"source":"log-monitor","severity":"warning","file":"logs/app.log","summary":"Error rate spike"}]}""",
                c => c.PostFindingsAsync([Record]), c => c.PostFindings([Record])),
            ("GET /api/v1/broker/grants", "", c => c.BrokerGrantsAsync(), c => c.BrokerGrants()),
            ("DELETE /api/v1/broker/grants/7b0c4f0e", "", c => c.RevokeBrokerGrantAsync("7b0c4f0e"), c => c.RevokeBrokerGrant("7b0c4f0e")),
            ("GET /api/v1/approvals", "", c => c.ApprovalsAsync(), c => c.Approvals()),
            ("POST /api/v1/approvals", """{"request_id":"apr-001","decision":"approve"}""",
                c => c.PostApprovalAsync("apr-001", ApprovalVerdict.Approve), c => c.PostApproval("apr-001", ApprovalVerdict.Approve)),
            ("GET /api/v1/a2a/tasks", "", c => c.A2ATasksAsync(), c => c.A2ATasks()),
            ("POST /api/v1/reload", "", c => c.ReloadAsync(), c => c.Reload()),
            ("GET /api/v1/agui/events", "", c => c.EventsSseAsync(_ => { }), c => c.EventsSse(_ => { })),
        ];
        calls.Length.ShouldBe(12);
        foreach (var (line, body, async, sync) in calls)
        {
            using var akshi = new AkshiFixture(null, new StubTransport(Answer));
            await async(akshi.Client);
            sync(akshi.Client);
            akshi.Transport.Requests.Count.ShouldBe(2);
            foreach (var request in akshi.Transport.Requests)
            {
                $"{request.Method} {request.Uri.PathAndQuery}".ShouldBe(line);
                request.BodyText.ShouldBe(body);
                request.Header("Authorization").ShouldBe($"Bearer {AkshiFixture.Token}");
                request.Header("Content-Type").ShouldBe(body.Length > 0 ? "application/json" : null);
                request.Header("Accept")!.ShouldStartWith(line.EndsWith("events") ? "text/event-stream" : "application/json");
                request.Header("User-Agent")!.ShouldMatch(@"^trellis-akshi/\d+\.\d+\.\d+ dotnet/\d+\.\d+\.\d+$");
            }
        }
    }

    [Fact]
    public async Task Without_a_token_no_credential_is_sent()
    {
        foreach (var token in (TokenSource?[])[null, "", TokenSource.FromCallback(() => null)])
        {
            using var akshi = new AkshiFixture(options => options.Token = token, StubAnswer.Json("{}"));
            await akshi.Client.HealthAsync();
            akshi.Last.Header("Authorization").ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_cursor_of_zero_is_no_cursor_and_another_stands_in_the_query()
    {
        using var akshi = new AkshiFixture(null, new StubTransport(Answer));
        await akshi.Client.LogsAsync(0);
        akshi.LastLine.ShouldBe("GET /api/v1/logs");
        await akshi.Client.LogsAsync(7);
        akshi.LastLine.ShouldBe("GET /api/v1/logs?since=7");
        akshi.Client.Logs(5_000_000_000, 2);
        akshi.LastLine.ShouldBe("GET /api/v1/logs?since=5000000000&limit=2");
        await akshi.Client.FindingsAsync(0, 10);
        akshi.LastLine.ShouldBe("GET /api/v1/findings?limit=10");
        akshi.Client.Findings(7);
        akshi.LastLine.ShouldBe("GET /api/v1/findings?since=7");
        Should.Throw<ArgumentOutOfRangeException>(() => akshi.Client.Logs(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => akshi.Client.Findings(1, 0));
    }

    [Fact]
    public async Task Filters_and_optional_arguments_are_sent_when_they_are_given()
    {
        using var akshi = new AkshiFixture(null, new StubTransport(Answer));
        await akshi.Client.StatusAsync("a b&c");
        akshi.LastLine.ShouldBe("GET /api/v1/status?agent=a%20b%26c");
        await akshi.Client.BrokerGrantsAsync("all", "researcher");
        akshi.LastLine.ShouldBe("GET /api/v1/broker/grants?status=all&agent=researcher");
        await akshi.Client.A2ATasksAsync(A2ATaskState.Failed, "researcher");
        akshi.LastLine.ShouldBe("GET /api/v1/a2a/tasks?status=failed&agent=researcher");
        await akshi.Client.PostApprovalAsync("apr-1", ApprovalVerdict.Deny, "too risky");
        akshi.Last.BodyText.ShouldBe("""{"request_id":"apr-1","decision":"deny","reason":"too risky"}""");
        await akshi.Client.ReloadAsync("log-monitor");
        akshi.Last.BodyText.ShouldBe("""{"agent":"log-monitor"}""");
        await akshi.Client.PostFindingsAsync([]);
        akshi.Last.BodyText.ShouldBe("""{"findings":[]}""");
        await akshi.Client.PostFindingsAsync([Record with { Severity = FindingSeverity.Info, Detail = "d", Timestamp = new(2026, 3, 17, 10, 0, 2, TimeSpan.Zero) }]);
        akshi.Last.ReadJson().GetProperty("findings")[0].GetProperty("timestamp").GetString().ShouldBe("2026-03-17T10:00:02Z");
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a b", "a%20b")]
    [InlineData("50%", "50%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("müller", "m%C3%BCller")]
    [InlineData("日本", "%E6%97%A5%E6%9C%AC")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("..x", "..x")]
    public async Task Ids_and_names_are_escaped_once(string name, string expected)
    {
        using var akshi = new AkshiFixture(null, new StubTransport(Answer));
        await akshi.Client.RevokeBrokerGrantAsync(name);
        akshi.Last.Path.ShouldBe($"/api/v1/broker/grants/{expected}");
        await akshi.Client.Grants.RestoreAsync(name, name);
        akshi.Last.Path.ShouldBe($"/api/v1/broker/grants/{expected}/{expected}/restore");
        await akshi.Client.Decisions.DecideAsync(name, ApprovalVerdict.Deny);
        akshi.Last.Path.ShouldBe($"/api/v1/approvals/{expected}");
        akshi.Client.Tasks.Get(name);
        akshi.Last.Path.ShouldBe($"/api/v1/a2a/tasks/{expected}");
        akshi.Client.Registry.Get(name);
        akshi.Last.Path.ShouldBe($"/api/v1/registry/packages/{expected}");
        await Should.ThrowAsync<AkshiProtocolException>(() => akshi.Client.Mcp.RequestAsync(name, "ping"));
        akshi.Last.Path.ShouldBe($"/api/v1/mcp/{expected}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_lead_to_another_path_is_refused(string id)
    {
        using var akshi = new AkshiFixture();
        Should.Throw<ArgumentException>(() => akshi.Client.RevokeBrokerGrant(id));
        Should.Throw<ArgumentException>(() => akshi.Client.Grants.Revoke("a", id));
        Should.Throw<ArgumentException>(() => akshi.Client.Tasks.Get(id));
        akshi.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://h.test:3210", "http://h.test:3210/api/v1/health")]
    [InlineData("http://h.test:3210/", "http://h.test:3210/api/v1/health")]
    [InlineData("https://h.test/akshi", "https://h.test/akshi/api/v1/health")]
    [InlineData("https://h.test/akshi/", "https://h.test/akshi/api/v1/health")]
    public async Task A_base_url_may_have_a_path_and_a_slash_at_its_end(string url, string expected)
    {
        using var akshi = new AkshiFixture(options => options.BaseUrl = new Uri(url), StubAnswer.Json("{}"));
        await akshi.Client.HealthAsync();
        akshi.Last.Uri.ToString().ShouldBe(expected);
    }

    internal static StubAnswer Answer(RecordedRequest request) => request.Path switch
    {
        "/api/v1/agui/events" => StubAnswer.Text("", "text/event-stream"),
        "/api/v1/status" or "/api/v1/broker/grants" => StubAnswer.Json("[]"),
        _ => StubAnswer.Json("{}"),
    };
}
