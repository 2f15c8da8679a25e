using Trellis.Testing;

namespace Trellis.Ascend.Tests.Agents;

public sealed class AgentTests
{
    [Fact]
    public async Task A_heartbeat_says_who_is_alive()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"success":true,"agent_id":"agent-1","status":"online","next_expected_at":"2026-01-15T10:31:00Z"}"""));
        var receipt = await ascend.Client.Agents.HeartbeatAsync(new Heartbeat { ErrorRate = 0.25, RequestsCount = 8 });
        receipt.Status.ShouldBe("online");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/agents/health/heartbeat");
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"agent_id": "agent-1", "error_rate": 0.25, "requests_count": 8, "sdk_version": "0.1.0", "timestamp": "2026-01-15T10:30:00.000000+00:00"}""");
    }

    [Fact]
    public void An_error_rate_beyond_one_is_refused()
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.Agents.Heartbeat(new Heartbeat { ErrorRate = 1.5 })).FieldErrors.Keys.ShouldContain("error_rate");
    }

    [Fact]
    public void Heartbeats_go_on_once_a_minute_whatever_becomes_of_them_until_they_are_stopped()
    {
        using var ascend = new AscendFixture(null, new StubTransport(request => request.Number == 2 ? Golden.Error(500) : Golden.Ok("{}")), new ManualTimeProvider());
        ascend.Client.Agents.StartHeartbeat();
        ascend.Clock.Advance(TimeSpan.Zero);
        ascend.Transport.Requests.Count.ShouldBe(1);
        ascend.Clock.Advance(TimeSpan.FromSeconds(120));
        ascend.Transport.Requests.Count.ShouldBe(3);
        ascend.Client.Agents.StopHeartbeat();
        ascend.Clock.Advance(TimeSpan.FromSeconds(600));
        ascend.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public void A_measurement_that_throws_does_not_end_the_heartbeats()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Ok("{}")), new ManualTimeProvider());
        var measured = 0;
        ascend.Client.Agents.StartHeartbeat(measure: () => ++measured == 1 ? throw new InvalidOperationException() : new Heartbeat());
        ascend.Clock.Advance(TimeSpan.FromSeconds(60));
        measured.ShouldBe(2);
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void An_interval_that_is_not_more_than_zero_is_refused(int seconds)
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.Agents.StartHeartbeat(TimeSpan.FromSeconds(seconds))).FieldErrors.Keys.ShouldContain("interval");
    }

    [Fact]
    public async Task Commands_are_read_and_acknowledged_with_an_empty_object()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("""{"agent_id":"agent-1","commands":[{"command_id":"c-1","command_type":"BLOCK","target_type":"agent","reason":"r","parameters":{},"status":"delivered","is_broadcast":true}],"count":1}"""),
            Golden.Ok("""{"success":true,"command_id":"c-1","status":"acknowledged"}"""));
        var command = (await ascend.Client.Agents.GetPendingCommandsAsync()).Commands.ShouldHaveSingleItem();
        command.IsBroadcast.ShouldBe(true);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/registry/agents/agent-1/commands");
        (await ascend.Client.Agents.AcknowledgeCommandAsync(command.CommandId)).Status.ShouldBe("acknowledged");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/registry/agents/agent-1/commands/c-1/ack");
        ascend.Transport.LastRequest.BodyText.ShouldBe("{}");
    }

    [Fact]
    public async Task A_model_is_linked_by_its_number()
    {
        using var ascend = new AscendFixture(Golden.Ok("{}"));
        await ascend.Client.Agents.LinkModelAsync(5, "other");
        ascend.Transport.LastRequest.Method.ShouldBe(HttpMethod.Put);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/registry/agents/other");
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"model_id": 5}""");
        Should.Throw<AscendValidationException>(() => ascend.Client.Agents.LinkModel(0));
    }

    [Fact]
    public async Task An_agent_is_led_through_its_life()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Ok("{}")));
        await ascend.Client.Agents.ActivateAsync();
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/registry/agents/agent-1/activate");
        ascend.Client.Agents.Suspend(reason: "a b");
        ascend.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/registry/agents/agent-1/suspend?reason=a%20b");
        await ascend.Client.Agents.DeregisterAsync();
        ascend.Transport.LastRequest.ToString().ShouldBe("DELETE https://ascend.test/api/registry/agents/agent-1");
        ascend.Client.Agents.GetStatus("x").AgentId.ShouldBe("");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/agents/health/x");
    }

    [Fact]
    public async Task In_an_emergency_an_agent_is_stopped_with_a_reason_in_the_body()
    {
        using var ascend = new AscendFixture(null, new StubTransport(_ => Golden.Ok("{}")));
        await ascend.Client.Agents.EmergencySuspendAsync("pays strangers");
        ascend.Transport.LastRequest.ToString().ShouldBe("POST https://ascend.test/api/registry/agents/agent-1/emergency-suspend");
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"reason": "pays strangers"}""");
        ascend.Client.Agents.EmergencySuspend("pays strangers", "other");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/registry/agents/other/emergency-suspend");
    }

    [Fact]
    public void Without_a_reason_nothing_is_stopped_in_an_emergency()
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.Agents.EmergencySuspend(" ")).FieldErrors.Keys.ShouldContain("reason");
        ascend.Transport.Requests.ShouldBeEmpty();
    }
}
