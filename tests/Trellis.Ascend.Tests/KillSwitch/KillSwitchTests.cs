using System.Text.Json.Nodes;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.KillSwitch;

public sealed class KillSwitchTests
{
    private const string Off = """{"active":false}""";
    private const string On = """{"is_active":true,"reason":"incident 7","activated_at":"2026-01-15T10:30:00Z","activated_by":"ann"}""";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_first_look_is_taken_at_once()
    {
        using var ascend = new AscendFixture(Golden.Ok(On));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Client.KillSwitch.IsBlocked.ShouldBeTrue();
        ascend.Client.KillSwitch.BlockReason.ShouldBe("incident 7");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/sdk/kill-switch/status");
    }

    [Fact]
    public async Task While_it_is_on_nothing_is_evaluated_and_nothing_is_sent()
    {
        using var ascend = new AscendFixture(options => options.FailMode = FailMode.Open, Golden.Ok(On));
        ascend.Client.KillSwitch.StartPolling();
        var error = await Should.ThrowAsync<AscendKillSwitchException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
        error.Reason.ShouldBe("incident 7");
        error.ErrorCode.ShouldBe("KILL_SWITCH_ACTIVE");
        Should.Throw<AscendKillSwitchException>(() => ascend.Client.EvaluateAction(AscendFixture.Action));
        await Should.ThrowAsync<AscendKillSwitchException>(() => ascend.Client.Mcp.EvaluateAsync(new() { McpServer = "m", Namespace = "n", Verb = "v", Resource = "r" }));
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_looked_at_every_five_seconds()
    {
        using var ascend = Polling(Golden.Ok(Off), Golden.Ok(On), Golden.Ok(Off));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Client.KillSwitch.IsBlocked.ShouldBeFalse();
        ascend.Clock.Advance(Interval);
        ascend.Client.KillSwitch.IsBlocked.ShouldBeTrue();
        ascend.Clock.Advance(Interval);
        ascend.Client.KillSwitch.IsBlocked.ShouldBeFalse();
        ascend.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Three_missed_looks_in_a_row_block_and_the_next_success_unblocks()
    {
        using var ascend = Polling(
            Golden.Ok(Off), Golden.Error(500), StubAnswer.ConnectFailure(), Golden.Error(401), Golden.Error(500), Golden.Ok(Off));
        await ascend.Client.KillSwitch.StartPollingAsync();
        for (var missed = 1; missed <= 4; missed++)
        {
            ascend.Clock.Advance(Interval);
            ascend.Client.KillSwitch.IsBlocked.ShouldBe(missed >= 3);
        }

        ascend.Client.KillSwitch.BlockReason!.ShouldContain("unreachable");
        ascend.Clock.Advance(Interval);
        ascend.Client.KillSwitch.IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public async Task A_success_in_between_starts_the_count_again()
    {
        using var ascend = Polling(Golden.Ok(Off), Golden.Error(500), Golden.Error(500), Golden.Ok(Off), Golden.Error(500), Golden.Error(500));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Clock.Advance(5 * Interval);
        ascend.Client.KillSwitch.IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public async Task A_switch_that_was_on_stays_on_while_it_cannot_be_read()
    {
        using var ascend = Polling(Golden.Ok(On), Golden.Error(500));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Clock.Advance(Interval);
        ascend.Client.KillSwitch.BlockReason.ShouldBe("incident 7");
    }

    [Fact]
    public async Task A_look_is_not_retried()
    {
        using var ascend = Polling(Golden.Error(500));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Blocking_itself_beats_failing_open()
    {
        using var ascend = new AscendFixture(
            options => (options.FailMode, options.EnableCircuitBreaker) = (FailMode.Open, false), new StubTransport(_ => StubAnswer.ConnectFailure()), new ManualTimeProvider());
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Clock.Advance(2 * Interval);
        await Should.ThrowAsync<AscendKillSwitchException>(() => ascend.Client.EvaluateActionAsync(AscendFixture.Action));
    }

    [Fact]
    public async Task Nothing_is_looked_at_once_polling_was_stopped()
    {
        using var ascend = Polling(Golden.Ok(Off));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Client.KillSwitch.IsPolling.ShouldBeTrue();
        ascend.Client.KillSwitch.StopPolling();
        ascend.Clock.Advance(10 * Interval);
        ascend.Client.KillSwitch.IsPolling.ShouldBeFalse();
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Disposing_the_client_stops_polling()
    {
        var ascend = Polling(Golden.Ok(Off));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Client.Dispose();
        ascend.Clock.Advance(10 * Interval);
        ascend.Transport.Requests.Count.ShouldBe(1);
        ascend.Dispose();
    }

    [Fact]
    public async Task A_switch_that_goes_on_during_a_wait_ends_it()
    {
        using var ascend = new AscendFixture(null, new StubTransport(request => Golden.Ok(
            request.Path.Contains("kill-switch", StringComparison.Ordinal) ? On : Golden.Pending)), new ManualTimeProvider());
        var call = ascend.Client.WaitForDecisionAsync("7");
        await ascend.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(2));
        await ascend.Client.KillSwitch.StartPollingAsync();
        ascend.Clock.Advance(TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<AscendKillSwitchException>(() => call);
    }

    [Fact]
    public async Task A_person_triggers_and_releases_it()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("""{"success":true,"organization_id":4,"active":true,"reason":"incident number 7"}"""), Golden.Ok("""{"success":true,"organization_id":4,"active":false}"""));
        (await ascend.Client.KillSwitch.TriggerAsync(4, "incident number 7")).Active.ShouldBeTrue();
        ascend.Transport.LastRequest.Path.ShouldBe("/api/billing/kill-switch/4/trigger");
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"reason": "incident number 7"}""");
        ascend.Client.KillSwitch.Release(4, "it is over now").Active.ShouldBeFalse();
        ascend.Transport.LastRequest.Path.ShouldBe("/api/billing/kill-switch/4/release");
    }

    [Theory]
    [InlineData(0, "long enough a reason", "organization_id")]
    [InlineData(1, "too short", "reason")]
    [InlineData(1, "         x         ", "reason")]
    [InlineData(1, null, "reason")]
    public async Task What_is_not_valid_is_refused_before_anything_is_sent(long organization, string? reason, string field)
    {
        using var ascend = new AscendFixture();
        (await Should.ThrowAsync<AscendValidationException>(() => ascend.Client.KillSwitch.TriggerAsync(organization, reason!))).FieldErrors.Keys.ShouldContain(field);
        ascend.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_blocks_and_unblocks_an_MCP_server_alone()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok(Golden.Allowed));
        ascend.Client.KillSwitch.Apply(Message("""{"target_type":"mcp_server","command_type":"BLOCK","parameters":{"mcp_server":"files"},"reason":"leak"}""")).ShouldBeTrue();
        ascend.Client.KillSwitch.IsMcpServerBlocked("Files").ShouldBeTrue();
        ascend.Client.KillSwitch.IsBlocked.ShouldBeFalse();
        var onFiles = new AgentAction { ActionType = "a", Resource = "r", McpServerName = "files" };
        (await Should.ThrowAsync<AscendKillSwitchException>(() => ascend.Client.EvaluateActionAsync(onFiles))).Reason.ShouldBe("leak");
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Client.KillSwitch.Apply(Message("""{"target_type":"mcp_server","command_type":"unblock","mcp_server":"files"}""")).ShouldBeTrue();
        await ascend.Client.EvaluateActionAsync(onFiles);
    }

    [Fact]
    public void A_message_without_a_target_is_about_the_agent_and_does_not_lift_the_organisations_switch()
    {
        using var ascend = new AscendFixture(Golden.Ok(On));
        ascend.Client.KillSwitch.Apply(Message("""{"command_type":"BLOCK"}""")).ShouldBeTrue();
        ascend.Client.KillSwitch.IsBlocked.ShouldBeTrue();
        ascend.Client.KillSwitch.StartPolling();
        ascend.Client.KillSwitch.Apply(Message("""{"command_type":"UNBLOCK"}""")).ShouldBeTrue();
        ascend.Client.KillSwitch.BlockReason.ShouldBe("incident 7");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"command_type":"RESTART"}""")]
    [InlineData("""{"command_type":7}""")]
    [InlineData("""{"command_type":"BLOCK","target_type":"mcp_server"}""")]
    [InlineData("""{"command_type":"BLOCK","target_type":"mcp_server","parameters":[],"mcp_server":""}""")]
    [InlineData("""{"command_type":"BLOCK","target_type":"moon"}""")]
    public void A_malformed_message_is_ignored(string json)
    {
        using var ascend = new AscendFixture();
        ascend.Client.KillSwitch.Apply(Message(json)).ShouldBeFalse();
        ascend.Client.KillSwitch.IsBlocked.ShouldBeFalse();
    }

    private static JsonObject Message(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static AscendFixture Polling(params StubAnswer[] answers) => new(null, new StubTransport(answers), new ManualTimeProvider());
}
