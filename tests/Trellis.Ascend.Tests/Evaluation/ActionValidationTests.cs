using System.Text.Json.Nodes;

namespace Trellis.Ascend.Tests.Evaluation;

public sealed class ActionValidationTests
{
    [Theory]
    [InlineData("", "r", "action_type")]
    [InlineData(" ", "r", "action_type")]
    [InlineData("a", "", "resource")]
    [InlineData("a", "\t", "resource")]
    public Task A_blank_type_or_resource_is_refused(string type, string resource, string field) =>
        RefusedAsync(new() { ActionType = type, Resource = resource }, field);

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public Task A_depth_out_of_its_range_is_refused(int depth) =>
        RefusedAsync(new() { ActionType = "a", Resource = "r", OrchestrationDepth = depth }, "orchestration_depth");

    [Fact]
    public Task A_blank_MCP_server_is_refused() => RefusedAsync(new() { ActionType = "a", Resource = "r", McpServerName = " " }, "mcp_server_name");

    [Fact]
    public Task A_blank_model_is_refused() => RefusedAsync(new() { ActionType = "a", Resource = "r", ModelId = "" }, "model_id");

    [Fact]
    public Task A_session_id_that_is_too_long_is_refused() =>
        RefusedAsync(new() { ActionType = "a", Resource = "r", OrchestrationSessionId = new string('s', 256) }, "orchestration_session_id");

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var ascend = new AscendFixture();
        var error = await Should.ThrowAsync<AscendValidationException>(
            () => ascend.Client.EvaluateActionAsync(new() { ActionType = "", Resource = "", OrchestrationDepth = 9 }));
        error.FieldErrors.Keys.ShouldBe(["action_type", "resource", "orchestration_depth"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("noformat")]
    [InlineData("A B")]
    [InlineData("database_read")]
    public async Task The_form_of_an_action_type_is_the_servers_business(string type)
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        (await ascend.Client.EvaluateActionAsync(new() { ActionType = type, Resource = "r" })).Decision.ShouldBe(Decision.Allowed);
    }

    [Fact]
    public async Task JSON_that_is_too_deep_for_any_reader_is_refused()
    {
        JsonNode node = 1;
        for (var depth = 0; depth < 80; depth++)
        {
            node = new JsonArray(node);
        }

        using var ascend = new AscendFixture();
        await Should.ThrowAsync<ArgumentException>(
            () => ascend.Client.EvaluateActionAsync(new() { ActionType = "a", Resource = "r", Parameters = new() { ["x"] = node } }));
    }

    private static async Task RefusedAsync(AgentAction action, string field)
    {
        using var ascend = new AscendFixture();
        var error = await Should.ThrowAsync<AscendValidationException>(() => ascend.Client.EvaluateActionAsync(action));
        error.FieldErrors.Keys.ShouldContain(field);
        error.Status.ShouldBe(0);
        error.ErrorCode.ShouldBe("VALIDATION_ERROR");
        ascend.Transport.Requests.ShouldBeEmpty();
    }
}
