using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Heartbeats;

public sealed class HeartbeatTests : ServerTest
{
    private const string Beat = "/api/agents/health/heartbeat";
    private const string Health = "/api/agents/health/agent-1";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await First.RegisterAgentAsync("agent-1");
    }

    [Fact]
    public async Task A_heartbeat_is_answered_with_when_the_next_is_due()
    {
        var json = (await BeatAsync()).ShouldBeOk().Json;

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        json["status"]!.GetValue<string>().ShouldBe("online");
        json["next_expected_at"]!.GetValue<DateTimeOffset>().ShouldBe(Server.Clock.GetUtcNow() + TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(30, "online")]
    [InlineData(61, "online")]
    [InlineData(70, "degraded")]
    [InlineData(179, "degraded")]
    [InlineData(180, "offline")]
    public async Task Missed_heartbeats_degrade_and_three_end_it(int seconds, string status)
    {
        await BeatAsync();

        Server.Clock.Advance(TimeSpan.FromSeconds(seconds));

        (await First.GetAsync(Health)).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe(status);
    }

    [Fact]
    public async Task An_agent_that_never_gave_a_sign_is_offline()
    {
        var json = (await First.GetAsync(Health)).ShouldBeOk().Json;

        json["status"]!.GetValue<string>().ShouldBe("offline");
        json["last_heartbeat"].ShouldBeNull();
        json["uptime_seconds"].ShouldBeNull();
    }

    [Fact]
    public async Task The_uptime_counts_from_the_first_heartbeat_after_a_gap()
    {
        await BeatAsync();
        Server.Clock.Advance(TimeSpan.FromMinutes(10));
        await BeatAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(60));
        await BeatAsync();

        (await First.GetAsync(Health)).Json["uptime_seconds"]!.GetValue<int>().ShouldBe(60);
    }

    [Fact]
    public async Task What_the_agent_tells_of_itself_is_shown()
    {
        await First.PostAsync(Beat, new()
        {
            ["agent_id"] = "agent-1", ["sdk_version"] = "2.5.1", ["response_time_ms"] = 12.5, ["error_rate"] = 0.1, ["requests_count"] = 9,
        });

        var metadata = (await First.GetAsync(Health)).Json["metadata"]!;

        metadata["sdk_version"]!.GetValue<string>().ShouldBe("2.5.1");
        metadata["response_time_ms"]!.GetValue<double>().ShouldBe(12.5);
        metadata["error_rate"]!.GetValue<double>().ShouldBe(0.1);
        metadata["requests_count"]!.GetValue<int>().ShouldBe(9);
    }

    [Fact]
    public async Task A_heartbeat_leaves_what_decisions_remember_alone()
    {
        var before = await VersionAsync();

        await BeatAsync();

        (await VersionAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_error_rate_is_a_share() =>
        (await First.PostAsync(Beat, new() { ["agent_id"] = "agent-1", ["error_rate"] = 1.5 }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("error_rate").ShouldBeTrue();

    [Fact]
    public async Task Nobody_s_heartbeat_is_not_taken() =>
        (await First.PostAsync(Beat, new() { ["agent_id"] = "nobody" })).ShouldBeRefused(404, ErrorCodes.NotFound);

    private Task<Reply> BeatAsync() => First.PostAsync(Beat, new() { ["agent_id"] = "agent-1" });

    private async Task<long> VersionAsync() =>
        (await Server.Store.ReadAsync(session => GovernanceTable.FindAsync(session, 1), AscendServer.Cancellation)).RegistryVersion;
}
