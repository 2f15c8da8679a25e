using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Registration;

public sealed class RegistrationTests
{
    private const string Registered =
        """
        {"success": true, "created": true, "status": "registered", "agent_id": "agent-1", "trust_level": "standard", "registered_at": "2026-01-15T10:30:00Z",
         "capabilities": ["database.query"], "registration_id": "reg_abc123", "metadata": {}, "agent": {"id": 42, "status": "draft"},
         "message": "hello", "next_steps": ["activate"]}
        """;

    [Fact]
    public async Task The_defaults_are_all_sent_and_the_name_goes_as_display_name()
    {
        using var ascend = new AscendFixture(Golden.Ok(Registered));
        await ascend.Client.RegisterAsync();
        ascend.Transport.LastRequest.Path.ShouldBe("/api/registry/agents");
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"agent_id": "agent-1", "agent_type": "supervised", "allowed_resources": [], "capabilities": [], "display_name": "Agent One", "environment": "production", "metadata": {}, "sdk_version": "0.1.0"}""");
    }

    [Fact]
    public async Task What_the_answer_says_is_read_from_its_top_level()
    {
        using var ascend = new AscendFixture(Golden.Ok(Registered));
        var agent = await ascend.Client.RegisterAsync(new AgentRegistration { AgentType = "automation" });
        agent.AgentId.ShouldBe("agent-1");
        agent.TrustLevel.ShouldBe("standard");
        agent.Created.ShouldBe(true);
        agent.Capabilities.ShouldBe(["database.query"]);
        agent.NextSteps.ShouldBe(["activate"]);
        agent.Agent!["id"]!.GetValue<int>().ShouldBe(42);
        ascend.Transport.LastRequest.ReadJson().GetProperty("agent_type").GetString().ShouldBe("automation");
    }

    [Fact]
    public async Task Everything_else_that_is_set_is_sent()
    {
        using var ascend = new AscendFixture(Golden.Ok(Registered));
        await ascend.Client.RegisterAsync(new AgentRegistration
        {
            Description = "d", AutoApproveBelow = 20, MaxRiskThreshold = 60, RequiresMfaAbove = 50, AllowedActionTypes = ["a"], BlockedResources = ["b"],
            AlertOnHighRisk = false, AlertRecipients = ["c"], Tags = ["t"], Metadata = new JsonObject { ["m"] = 1 },
        });
        var body = ascend.Transport.LastRequest.ReadJson();
        body.GetProperty("requires_mfa_above").GetInt32().ShouldBe(50);
        body.GetProperty("alert_on_high_risk").GetBoolean().ShouldBeFalse();
        body.GetProperty("auto_approve_below").GetInt32().ShouldBe(20);
        body.GetProperty("metadata").GetProperty("m").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData(409, """{"detail":"Conflict"}""")]
    [InlineData(400, """{"detail":"Agent already exists"}""")]
    [InlineData(422, """{"detail":"duplicate key"}""")]
    public async Task An_agent_that_is_registered_already_is_no_error(int status, string body)
    {
        using var ascend = new AscendFixture(Golden.Error(status, body));
        var agent = await ascend.Client.RegisterAsync();
        agent.Status.ShouldBe("already_registered");
        agent.AgentId.ShouldBe("agent-1");
        agent.Created.ShouldBe(false);
    }

    [Fact]
    public async Task Any_other_refusal_is_an_error()
    {
        using var ascend = new AscendFixture(Golden.Error(422, """{"detail":"bad type"}"""));
        await Should.ThrowAsync<AscendValidationException>(() => ascend.Client.RegisterAsync());
    }

    [Fact]
    public void Without_an_agent_id_nothing_is_sent()
    {
        using var ascend = new AscendFixture(options => options.AgentId = null);
        Should.Throw<AscendValidationException>(() => ascend.Client.Register()).FieldErrors.Keys.ShouldContain("agent_id");
        ascend.Transport.Requests.ShouldBeEmpty();
    }
}
