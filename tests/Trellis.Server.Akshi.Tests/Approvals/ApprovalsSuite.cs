using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Approvals;

/// <summary>Approvals, on any engine.</summary>
public abstract class ApprovalsSuite : ServerTest
{
    private const string Path = "/api/v1/approvals";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(300);

    private IAgentApprovals Agents => Server.Services.GetRequiredService<IAgentApprovals>();

    [Fact]
    public async Task A_question_waits_for_a_person()
    {
        var (id, answer) = await AskAsync();

        (await Server.GetAsync(Path)).ShouldAnswer(
            $$"""
            {"pending":[{"id":"{{id}}","request_id":"{{id}}","agent":"researcher","capability":"http_fetch",
              "detail":"GET https://api.example.com/data","risk_score":0.3,"status":"pending",
              "requested_at":"2026-01-01T00:00:00Z","expires_at":"2026-01-01T00:05:00Z"}],
             "resolved":[]}
            """);
        answer.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("approve", "approved", ApprovalAnswerKind.Approved)]
    [InlineData("deny", "denied", ApprovalAnswerKind.Denied)]
    public async Task The_agent_goes_on_with_the_answer(string decision, string status, object expected)
    {
        var (id, answer) = await AskAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(60));

        (await Server.PostAsync($"{Path}/{id}", $$"""{"decision":"{{decision}}","reason":"because"}""")).ShouldAnswer(
            $$"""{"ok":true,"id":"{{id}}","request_id":"{{id}}","decision":"{{decision}}","decided_at":"2026-01-01T00:01:00Z"}""");

        (await answer).ShouldBe(expected);
        (await Server.GetAsync(Path)).ShouldAnswer(
            $$"""
            {"pending":[],"resolved":[{"id":"{{id}}","request_id":"{{id}}","agent":"researcher","capability":"http_fetch",
              "detail":"GET https://api.example.com/data","risk_score":0.3,"status":"{{status}}","decision":"{{decision}}",
              "requested_at":"2026-01-01T00:00:00Z","expires_at":"2026-01-01T00:05:00Z","decided_at":"2026-01-01T00:01:00Z",
              "decided_by":"operator","reason":"because"}]}
            """);
    }

    [Fact]
    public async Task The_body_can_name_the_approval()
    {
        var (id, answer) = await AskAsync();

        (await Server.PostAsync(Path, $$"""{"request_id":"{{id}}","decision":"approve"}""")).ShouldBe(200);

        (await answer).ShouldBe(ApprovalAnswerKind.Approved);
    }

    [Fact]
    public async Task The_first_decision_is_final()
    {
        var (id, answer) = await AskAsync();
        (await DecideAsync(id, "approve")).ShouldBe(200);

        (await DecideAsync(id, "approve")).ShouldBeRefused(404, "not_found");
        (await DecideAsync(id, "deny")).ShouldBeRefused(404, "not_found");
        (await answer).ShouldBe(ApprovalAnswerKind.Approved);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_wins()
    {
        Server.LiftRateLimit();
        for (var round = 0; round < 10; round++)
        {
            var (id, answer) = await AskAsync();

            var replies = await Task.WhenAll(DecideAsync(id, "approve"), DecideAsync(id, "deny"));

            replies.Select(static reply => reply.Status).Order().ShouldBe([200, 404]);
            (await answer).ShouldBe(replies[0].Status == 200 ? ApprovalAnswerKind.Approved : ApprovalAnswerKind.Denied);
        }
    }

    [Fact]
    public async Task After_its_time_a_question_is_denied_and_nobody_decides_it()
    {
        var (id, answer) = await AskAsync();

        Server.Clock.Advance(Timeout);

        (await answer).ShouldBe(ApprovalAnswerKind.TimedOut);
        (await DecideAsync(id, "approve")).ShouldBeRefused(404, "not_found");
        var resolved = (await Server.GetAsync(Path)).Json["resolved"]!.AsArray().Single()!;
        resolved["status"]!.GetValue<string>().ShouldBe("expired");
        resolved["decision"]!.GetValue<string>().ShouldBe("deny");
        resolved["decided_by"]!.GetValue<string>().ShouldBe("timeout");
        (await Server.AuditAsync("approval_expired")).Single().ResourceId.ShouldBe(id);
    }

    [Theory]
    [InlineData("""{"request_id":"apr_0","decision":"approve"}""", 404, "not_found")]
    [InlineData("""{"request_id":"apr_0","decision":"Approve"}""", 400, "bad_request")]
    [InlineData("""{"request_id":"apr_0","decision":"maybe"}""", 400, "bad_request")]
    [InlineData("""{"request_id":"apr_0"}""", 400, "bad_request")]
    [InlineData("""{"decision":"approve"}""", 400, "bad_request")]
    public async Task What_is_no_decision_is_refused(string body, int status, string error) =>
        (await Server.PostAsync(Path, body)).ShouldBeRefused(status, error);

    [Fact]
    public async Task Questions_are_grouped_by_agent_and_capability()
    {
        var (first, _) = await AskAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var (second, _) = await AskAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var (other, _) = await AskAsync("researcher", "spend", "$5");

        (await Server.GetAsync($"{Path}/batched")).ShouldAnswer(
            $$"""
            {"groups":[{"agent":"researcher","capability":"http_fetch","count":2,"ids":["{{first}}","{{second}}"]},
                       {"agent":"researcher","capability":"spend","count":1,"ids":["{{other}}"]}]}
            """);
    }

    [Fact]
    public async Task One_decision_for_many_passes_over_what_is_decided()
    {
        var (first, firstAnswer) = await AskAsync();
        var (second, secondAnswer) = await AskAsync();
        var (decided, _) = await AskAsync();
        await DecideAsync(decided, "approve");

        (await Server.PostAsync(
            $"{Path}/batch", $$"""{"ids":["{{second}}","nobody","{{first}}","{{decided}}","{{second}}"],"decision":"deny"}"""))
            .ShouldAnswer($$"""{"decided":2,"ids":["{{second}}","{{first}}"]}""");

        (await firstAnswer).ShouldBe(ApprovalAnswerKind.Denied);
        (await secondAnswer).ShouldBe(ApprovalAnswerKind.Denied);
        (await Server.PostAsync($"{Path}/batch", $$"""{"ids":["{{first}}"],"decision":"deny"}""")).ShouldAnswer("""{"decided":0,"ids":[]}""");
        (await Server.PostAsync($"{Path}/batch", """{"ids":[],"decision":"deny"}""")).ShouldBeRefused(400, "bad_request");
    }

    [Fact]
    public async Task Batch_and_batched_are_no_ids()
    {
        (await Server.GetAsync($"{Path}/batch")).ShouldBeRefused(405, "method_not_allowed").Allow.ShouldBe(["POST"]);
        (await Server.PostAsync($"{Path}/batched", """{"decision":"deny"}""")).ShouldBeRefused(405, "method_not_allowed").Allow.ShouldBe(["GET"]);
    }

    [Fact]
    public async Task An_agent_that_is_stopped_leaves_no_question_behind()
    {
        using var stop = new CancellationTokenSource();
        var (id, answer) = await AskAsync(cancellation: stop.Token);

        await stop.CancelAsync();

        (await answer).ShouldBe(ApprovalAnswerKind.TimedOut);
        (await DecideAsync(id, "approve")).ShouldBeRefused(404, "not_found");
        (await Server.GetAsync(Path)).Json["resolved"]!.AsArray().Single()!["status"]!.GetValue<string>().ShouldBe("expired");
    }

    [Fact]
    public async Task Asking_deciding_and_who_did_it_are_in_the_audit_trail()
    {
        var (id, _) = await AskAsync();
        await Server.PostAsync(Path, $$"""{"request_id":"{{id}}","decision":"deny","reason":"too expensive"}""");

        (await Server.AuditAsync("approval_requested")).Single().ActorId.ShouldBe("researcher");
        var decided = (await Server.AuditAsync("approval_decided")).Single();
        decided.ActorId.ShouldBe("operator");
        decided.Action.ShouldBe("deny");
        decided.ResourceId.ShouldBe(id);
        JsonNode.Parse(decided.EventData)!["reason"]!.GetValue<string>().ShouldBe("too expensive");
    }

    [Fact]
    public async Task The_count_of_what_waits_is_told_to_the_stream()
    {
        await using var stream = await Server.ListenAsync("/api/v1/agui/events");
        (await stream.NextAsync("STATE_SNAPSHOT")).Json["snapshot"]!["approvals_pending"]!.GetValue<int>().ShouldBe(0);

        var (id, _) = await AskAsync();
        (await stream.NextAsync("STATE_DELTA")).Data!.ShouldContain("""{"op":"replace","path":"/approvals_pending","value":1}""");
        await DecideAsync(id, "deny");
        (await stream.NextAsync("STATE_DELTA")).Data!.ShouldContain("""{"op":"replace","path":"/approvals_pending","value":0}""");
    }

    [Fact]
    public async Task Detail_is_cut_and_made_fit_to_be_shown()
    {
        await AskAsync("researcher", "http_fetch", "\0\ud800" + new string('ä', 5000));

        var detail = (await Server.GetAsync(Path)).Json["pending"]![0]!["detail"]!.GetValue<string>();
        detail.ShouldStartWith("\uFFFD\uFFFDä");
        System.Text.Encoding.UTF8.GetByteCount(detail).ShouldBeInRange(4090, 4096);
    }

    private async Task<(string Id, Task<ApprovalAnswerKind> Answer)> AskAsync(
        string agent = "researcher", string capability = "http_fetch", string detail = "GET https://api.example.com/data", CancellationToken cancellation = default)
    {
        var before = (await Server.AuditAsync("approval_requested")).Count;
        var answer = Agents.AskAsync(agent, capability, detail, Timeout, cancellation).AsTask();
        IReadOnlyList<Kernel.Audit.AuditLogRecord> asked;
        do
        {
            asked = await Server.AuditAsync("approval_requested");
        }
        while (asked.Count == before);
        return (asked[^1].ResourceId, answer);
    }

    private Task<Reply> DecideAsync(string id, string decision) => Server.PostAsync($"{Path}/{id}", $$"""{"decision":"{{decision}}"}""");
}
