using System.Text.Json.Nodes;
using Trellis.Akshi;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Akshi;

/// <summary>The calls of the Python SDK, by the real client against the real runtime.</summary>
public sealed class TwelveCallsTests(RuntimeServer runtime)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_runtime_is_well()
    {
        using var akshi = runtime.Client();
        (await akshi.HealthAsync(Stop)).IsHealthy.ShouldBeTrue();
        (await akshi.IsHealthyAsync(Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_status_names_every_agent_of_the_configuration_and_filters()
    {
        using var akshi = runtime.Client();
        (await akshi.StatusAsync(cancellationToken: Stop)).Select(static agent => agent.Name)
            .ShouldBe([RuntimeServer.Watcher, RuntimeServer.Guarded, RuntimeServer.Worker, RuntimeServer.Holder], ignoreOrder: true);
        (await akshi.StatusAsync(RuntimeServer.Watcher, Stop)).Single().Name.ShouldBe(RuntimeServer.Watcher);
        (await akshi.StatusAsync("nobody", Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_tells_that_agents_were_started()
    {
        using var akshi = runtime.Client();
        var page = await akshi.LogsAsync(cancellationToken: Stop);
        page.Logs.ShouldContain(static line => line.Agent == RuntimeServer.Watcher && line.Message == "started");
        page.NextSeq.ShouldBe(page.Logs[^1].Seq + 1);
    }

    [Fact]
    public async Task What_an_agent_finds_and_what_is_posted_can_be_read()
    {
        using var akshi = runtime.Client();
        runtime.Append("watched.log", "INFO all is well", "ERROR a disk is full");
        var found = await FirstAsync(akshi, static finding => finding.Agent == RuntimeServer.Watcher && finding.Summary == "ERROR a disk is full");
        found.File.ShouldBe("logs/watched.log");
        found.Severity.ShouldBe(FindingSeverity.Warning);

        var receipt = await akshi.PostFindingsAsync(
            [new("a poster", "critical", "a.log", "first"), new("a poster", "info", "", "second") { Detail = "more" }], Stop);
        receipt.Accepted.ShouldBe(2);
        receipt.Seqs[1].ShouldBe(receipt.Seqs[0] + 1);
        var page = await akshi.FindingsAsync(receipt.Seqs[0], 2, Stop);
        page.Findings.Select(static finding => finding.Title).ShouldBe(["first", "second"]);
        page.Findings[1].Detail.ShouldBe("more");
    }

    [Fact]
    public async Task One_bad_finding_and_none_is_taken()
    {
        using var akshi = runtime.Client();
        var refused = await Should.ThrowAsync<AkshiApiException>(
            akshi.PostFindingsAsync([new("all or none", "info", "", "good"), new("all or none", "terrible", "", "bad")], Stop));
        refused.StatusCode.ShouldBe(400);
        (await akshi.RequestAsync(HttpMethod.Get, "/api/v1/findings?agent=all%20or%20none", cancellationToken: Stop))["findings"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_grant_is_revoked_once_and_given_back()
    {
        using var akshi = runtime.Client();
        var grant = (await akshi.BrokerGrantsAsync(agent: RuntimeServer.Holder, cancellationToken: Stop)).Single();
        (grant.SecretName, grant.Domain).ShouldBe(("RUNTIME_TEST_SECRET", "api"));

        (await akshi.RevokeBrokerGrantAsync(grant.Id!, Stop)).Status.ShouldBe(GrantState.Revoked);
        await Should.ThrowAsync<AkshiNotFoundException>(akshi.RevokeBrokerGrantAsync(grant.Id!, Stop));
        (await akshi.BrokerGrantsAsync(agent: RuntimeServer.Holder, cancellationToken: Stop)).ShouldBeEmpty();

        (await akshi.Grants.RestoreAsync(RuntimeServer.Holder, "api", Stop)).Status.ShouldBe(GrantState.Active);
        (await akshi.BrokerGrantsAsync(agent: RuntimeServer.Holder, cancellationToken: Stop)).Single().Id.ShouldBe(grant.Id);
    }

    [Fact]
    public async Task An_agent_waits_for_a_person_and_goes_on_when_one_approves()
    {
        using var akshi = runtime.Client();
        var question = FirstQuestionAsync(akshi);
        runtime.Append("guarded.log", "ERROR behind the gate");
        var approval = await question;
        approval.Capability.ShouldBe("filesystem");
        approval.Detail!.ShouldContain("logs/guarded.log");

        (await akshi.PostApprovalAsync(approval.RequestId, ApprovalVerdict.Approve, "read", Stop)).Decision.ShouldBe(ApprovalVerdict.Approve);
        await Should.ThrowAsync<AkshiNotFoundException>(akshi.PostApprovalAsync(approval.RequestId, ApprovalVerdict.Deny, cancellationToken: Stop));
        (await FirstAsync(akshi, static finding => finding.Summary == "ERROR behind the gate")).Agent.ShouldBe(RuntimeServer.Guarded);
        (await akshi.ApprovalsAsync(Stop)).Resolved.Single(resolved => resolved.Id == approval.Id).Status.ShouldBe(ApprovalState.Approved);
    }

    [Fact]
    public async Task Tasks_are_given_and_listed()
    {
        using var akshi = runtime.Client();
        var task = await akshi.Tasks.CreateAsync("somebody outside", RuntimeServer.Worker, new JsonObject { ["query"] = "new?" }, Stop);
        (await akshi.A2ATasksAsync(agent: RuntimeServer.Worker, cancellationToken: Stop)).Tasks.ShouldContain(known => known.Id == task.Id);
        (await akshi.Tasks.GetAsync(task.Id!, Stop)).Input!.Value.GetProperty("query").GetString().ShouldBe("new?");
        await Should.ThrowAsync<AkshiForbiddenException>(akshi.Tasks.CreateAsync("x", RuntimeServer.Watcher, new JsonObject(), Stop));
        await Should.ThrowAsync<AkshiNotFoundException>(akshi.Tasks.CreateAsync("x", "nobody", new JsonObject(), Stop));
    }

    [Fact]
    public async Task A_reload_that_changes_nothing_says_so()
    {
        using var akshi = runtime.Client();
        var result = await akshi.ReloadAsync(cancellationToken: Stop);
        result.Ok.ShouldBe(true);
        result.Unchanged.ShouldContain(RuntimeServer.Worker);
        result.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_events_begin_with_a_snapshot_and_tell_of_runs()
    {
        using var akshi = runtime.Client();
        var seen = new List<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        enough.CancelAfter(Patience.Long);
        await Should.ThrowAsync<OperationCanceledException>(akshi.EventsSseAsync(
            data =>
            {
                seen.Add(JsonNode.Parse(data)!["type"]!.GetValue<string>());
                if (seen.Contains("RUN_FINISHED")) enough.Cancel();
            },
            cancellationToken: enough.Token));
        seen[0].ShouldBe("STATE_SNAPSHOT");
        seen.ShouldContain("RUN_STARTED");
        seen.ShouldContain("RUN_FINISHED");
    }

    [Fact]
    public async Task Without_the_token_nothing_but_health_is_told()
    {
        using var stranger = new AkshiClient(new AkshiClientOptions { BaseUrl = runtime.Url, Token = "akshi_not-the-token" });
        await Should.ThrowAsync<AkshiAuthenticationException>(stranger.StatusAsync(cancellationToken: Stop));
        (await stranger.IsHealthyAsync(Stop)).ShouldBeTrue();
    }

    private static async Task<Finding> FirstAsync(AkshiClient akshi, Func<Finding, bool> isWanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience.Long);
        return await akshi.FollowFindingsAsync(options: new() { Interval = TimeSpan.FromMilliseconds(100) }, cancellationToken: patience.Token)
            .FirstAsync(isWanted, patience.Token);
    }

    // The stream tells when the number of questions changes, and its snapshot comes when there may be one already.
    private static async Task<Approval> FirstQuestionAsync(AkshiClient akshi)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience.Long);
        await foreach (var happened in akshi.Events.StreamAguiAsync(cancellationToken: patience.Token))
        {
            if (happened.Type == AguiEventType.StateSnapshot || happened.Type == AguiEventType.StateDelta)
            {
                if ((await akshi.ApprovalsAsync(patience.Token)).Pending is [var approval, ..]) return approval;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
