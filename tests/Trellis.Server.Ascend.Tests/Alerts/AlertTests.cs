using Trellis.Server.Ascend.Alerts;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Alerts;

public sealed class AlertTests : ServerTest
{
    [Fact]
    public async Task Alerts_are_listed_the_newest_first()
    {
        (await RaiseAsync("high")).ShouldBe(1);
        (await RaiseAsync("critical")).ShouldBe(2);

        var list = (await First.GetAsync("/api/alerts")).ShouldBeOk().Json;

        list["total"]!.GetValue<int>().ShouldBe(2);
        list["alerts"]![0]!["id"]!.GetValue<int>().ShouldBe(2);
        list["alerts"]![0]!["acknowledged"]!.GetValue<bool>().ShouldBeFalse();
        list["alerts"]![0]!["action_id"]!.GetValue<int>().ShouldBe(7);
    }

    [Fact]
    public async Task The_list_is_filtered()
    {
        await RaiseAsync("high");
        await RaiseAsync("critical");

        (await TotalAsync("?severity=CRITICAL")).ShouldBe(1);
        (await TotalAsync("?type=high_risk_action")).ShouldBe(2);
        (await TotalAsync("?type=supply_chain_cve")).ShouldBe(0);
        (await TotalAsync("?agent_id=agent-1")).ShouldBe(2);
    }

    [Fact]
    public async Task An_alert_is_acknowledged_once()
    {
        await RaiseAsync("high");

        var first = (await First.AdminAsync("POST", "/api/alerts/1/acknowledge")).ShouldBeOk().Json;
        Server.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await First.AdminAsync("POST", "/api/alerts/1/acknowledge")).ShouldBeOk().Json;

        first["acknowledged"]!.GetValue<bool>().ShouldBeTrue();
        second["acknowledged_at"]!.GetValue<string>().ShouldBe(first["acknowledged_at"]!.GetValue<string>());
        (await TotalAsync("?acknowledged=True")).ShouldBe(1);
        (await TotalAsync("?acknowledged=False")).ShouldBe(0);
    }

    [Fact]
    public async Task An_agent_does_not_acknowledge() =>
        (await First.PostAsync("/api/alerts/1/acknowledge")).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=501")]
    [InlineData("?offset=-1")]
    [InlineData("?acknowledged=maybe")]
    [InlineData("?severity=odd")]
    public async Task Parameters_that_do_not_fit_are_refused(string query) =>
        (await First.GetAsync($"/api/alerts{query}")).ShouldBeRefused(422, ErrorCodes.Validation);

    private async Task<int> TotalAsync(string query) => (await First.GetAsync($"/api/alerts{query}")).ShouldBeOk().Json["total"]!.GetValue<int>();

    private ValueTask<long> RaiseAsync(string severity) => Server.Store.WriteAsync(
        session => AlertTable.AddAsync(session, 1, new Alert
        {
            Type = AlertTypes.HighRiskAction,
            Severity = severity,
            Title = "title",
            Message = "message",
            AgentId = "agent-1",
            ActionId = 7,
            CreatedAt = Server.Clock.GetUtcNow(),
        }),
        AscendServer.Cancellation);
}
