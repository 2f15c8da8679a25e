using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Mcp;

namespace Trellis.Server.Ascend.Tests.Mcp;

public sealed class McpGateTests
{
    private static readonly McpServer Server = new()
    {
        OrganisationId = 1,
        Name = "files",
        IsActive = true,
        Settings = new McpServerSettings
        {
            BlockedTools = ["delete_file"],
            AutoApproveTools = ["list"],
            ToolRiskOverrides = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["write"] = 50, ["fs.write"] = 70 },
        },
        RegisteredBy = "test",
        CreatedAt = default,
        UpdatedAt = default,
    };

    [Fact]
    public void A_registered_and_active_server_s_tool_may_be_called()
    {
        var verdict = McpGate.Of(Server, "files", "read");

        verdict.Refusal.ShouldBeNull();
        verdict.IsRegistered.ShouldBeTrue();
        verdict.IsActive.ShouldBeTrue();
        verdict.RiskOverride.ShouldBeNull();
    }

    [Fact]
    public void An_unknown_server_is_refused() => CodeOf(null).ShouldBe(ErrorCodes.McpServerUnregistered);

    [Fact]
    public void A_deactivated_server_is_refused() => CodeOf(Server with { IsActive = false }).ShouldBe(ErrorCodes.McpServerDeactivated);

    [Fact]
    public void A_server_that_a_command_blocks_is_refused_with_the_reason()
    {
        var verdict = McpGate.Of(Server with { BlockedReason = "leaks" }, "files", "read");

        verdict.DenyCode.ShouldBe(ErrorCodes.McpServerDeactivated);
        verdict.Reason!.ShouldContain("leaks");
    }

    [Theory]
    [InlineData("delete_file")]
    [InlineData("DELETE_FILE")]
    public void A_blocked_tool_is_refused_in_any_case(string tool) =>
        McpGate.Of(Server, "files", "fs.x", tool).DenyCode.ShouldBe(ErrorCodes.McpToolBlocked);

    [Fact]
    public void Of_several_names_the_higher_score_counts() => McpGate.Of(Server, "files", "write", "fs.write", null).RiskOverride.ShouldBe(70);

    [Fact]
    public void A_tool_on_the_list_needs_no_person() => McpGate.Of(Server, "files", "list").IsAutoApproved.ShouldBeTrue();

    private static string? CodeOf(McpServer? server) => McpGate.Of(server, "files", "read").DenyCode;
}
