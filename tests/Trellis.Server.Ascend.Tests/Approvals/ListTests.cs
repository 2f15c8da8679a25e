using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class ListTests : ApprovalTest
{
    [Theory]
    [InlineData("/api/v1/approvals")]
    [InlineData("/api/authorization/approvals")]
    public async Task A_list_says_what_a_decider_has_to_know(string path)
    {
        var waiting = await SubmitAsync(Critical);

        var list = (await First.AdminAsync("GET", path)).ShouldBeOk().Json;

        list["total"]!.GetValue<int>().ShouldBe(1);
        var item = list["approvals"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        item["approval_request_id"]!.GetValue<string>().ShouldBe(waiting.ApprovalId);
        item["action_id"]!.GetValue<long>().ShouldBe(waiting.ActionId);
        item["agent_id"]!.GetValue<string>().ShouldBe("test-agent");
        item["action_type"]!.GetValue<string>().ShouldBe("table.delete");
        item["resource"]!.GetValue<string>().ShouldBe("dynamodb");
        item["risk_score"]!.GetValue<int>().ShouldBe(93);
        item["risk_level"]!.GetValue<string>().ShouldBe("critical");
        item["stage"]!.GetValue<string>().ShouldBe("security");
        item["stages"]!.AsArray().Count.ShouldBe(3);
        item["status"]!.GetValue<string>().ShouldBe("pending");
        item["subject_digest"]!.GetValue<string>().Length.ShouldBe(64);
    }

    [Fact]
    public async Task A_status_selects()
    {
        var approved = await SubmitAsync(Medium);
        await ApproveAsync(approved.ActionId, First.AdminToken);
        var rejected = await SubmitAsync(Medium);
        await RejectAsync(rejected.ActionId, First.AdminToken);
        var expired = await SubmitAsync(Medium);
        Server.Clock.Advance(TimeSpan.FromHours(8));
        var pending = await SubmitAsync(Medium);

        (await IdsAsync("pending")).ShouldBe([pending.ApprovalId]);
        (await IdsAsync("approved")).ShouldBe([approved.ApprovalId]);
        (await IdsAsync("rejected")).ShouldBe([expired.ApprovalId, rejected.ApprovalId], ignoreOrder: true);
        (await IdsAsync("expired")).ShouldBe([expired.ApprovalId]);
        (await IdsAsync("all")).Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_is_read_in_pages()
    {
        for (var number = 0; number < 3; number++)
        {
            await SubmitAsync(Medium);
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var all = await IdsAsync("all");
        var second = (await First.AdminAsync("GET", "/api/v1/approvals?limit=2&offset=2")).ShouldBeOk().Json;

        second["approvals"]!.AsArray().ShouldHaveSingleItem()!["approval_request_id"]!.GetValue<string>().ShouldBe(all[2]);
        second["total"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory]
    [InlineData("status=lost")]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("offset=-1")]
    [InlineData("limit=many")]
    public async Task A_query_that_makes_no_sense_is_refused(string query) =>
        (await First.AdminAsync("GET", $"/api/v1/approvals?{query}")).ShouldBeRefused(422, ErrorCodes.Validation);

    [Theory]
    [InlineData("apr_0000000000000000")]
    [InlineData("nonsense")]
    [InlineData("%F0%9F%98%80")]
    public async Task An_approval_that_does_not_exist_is_not_found(string id) =>
        (await First.GetAsync($"/api/sdk/approval/{id}")).ShouldBeRefused(404, ErrorCodes.NotFound);

    private async Task<string[]> IdsAsync(string status)
    {
        var list = (await First.AdminAsync("GET", $"/api/v1/approvals?status={status}")).ShouldBeOk().Json;
        return [.. list["approvals"]!.AsArray().Select(item => item!["approval_request_id"]!.GetValue<string>())];
    }
}
