using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>A test about actions that wait for a person.</summary>
public abstract class ApprovalTest : ServerTest
{
    /// <summary>Risk 93: three people, one after the other.</summary>
    private protected static JsonObject Critical => Body("table.delete", "dynamodb", "production");

    /// <summary>Risk 52: a manager.</summary>
    private protected static JsonObject Medium => Asking(Body("record.update", "report", "staging"));

    /// <summary>Risk 28: anybody.</summary>
    private protected static JsonObject Low => Asking(Body("file.read", "s3", "dev"));

    private protected Task<string> ManagerAsync(string subject, int level = 2) => First.PersonAsync(subject, CallerRole.Manager, level);

    /// <summary>Submits an action with the agents' key; it must wait for a person.</summary>
    private protected Task<Waiting> SubmitAsync(JsonObject body) => SubmitAsync(body, First.Key);

    private protected async Task<Waiting> SubmitAsync(JsonObject body, string credential)
    {
        var reply = (await Server.SendAsync("POST", "/api/v1/actions/submit", credential, body)).ShouldBeOk();
        reply.Json["status"]!.GetValue<string>().ShouldBe("pending_approval", reply.Text);
        return new Waiting(reply.Json["action_id"]!.GetValue<long>(), reply.Json["approval_request_id"]!.GetValue<string>(), reply);
    }

    private protected Task<Reply> ApproveAsync(long actionId, string token, JsonObject? body = null) =>
        Server.SendAsync("POST", $"/api/v1/actions/{actionId}/approve", token, body);

    private protected Task<Reply> RejectAsync(long actionId, string token, JsonObject? body = null) =>
        Server.SendAsync("POST", $"/api/v1/actions/{actionId}/reject", token, body);

    private protected async Task<JsonObject> StatusAsync(long actionId) =>
        (await First.GetAsync($"/api/v1/actions/{actionId}/status")).ShouldBeOk().Json;

    private protected async Task<JsonObject> CheckAsync(string approvalId) =>
        (await First.GetAsync($"/api/sdk/approval/{approvalId}")).ShouldBeOk().Json;

    private static JsonObject Body(string actionType, string resource, string environment) => new()
    {
        ["agent_id"] = "test-agent",
        ["action_type"] = actionType,
        ["resource"] = resource,
        ["context"] = new JsonObject { ["environment"] = environment },
    };

    private static JsonObject Asking(JsonObject body)
    {
        body["context"]!["require_human_approval"] = true;
        return body;
    }
}
