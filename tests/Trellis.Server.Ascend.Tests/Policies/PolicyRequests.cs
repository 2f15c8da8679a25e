using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Policies;

/// <summary>Policies as administrators send them.</summary>
internal static class PolicyRequests
{
    public const string Route = "/api/governance/policies";

    public static JsonObject Body(string name = "No deletes", string action = "block", JsonObject? conditions = null) => new()
    {
        ["policy_name"] = name,
        ["policy_action"] = action,
        ["conditions"] = conditions ?? new JsonObject { ["action_type"] = "*.delete" },
    };

    /// <summary>Makes a policy and returns its id.</summary>
    public static async Task<long> PolicyAsync(this Tenant tenant, JsonObject? body = null)
    {
        var reply = await tenant.AdminAsync("POST", Route, body ?? Body());
        reply.Status.ShouldBe(201, reply.Text);
        return reply.Json["id"]!.GetValue<long>();
    }

    /// <summary>Submits a harmless reading, or a deletion, in a sandbox.</summary>
    public static Task<Reply> SubmitAsync(this Tenant tenant, string actionType, string agentId = "agent-1") => tenant.SubmitAsync(
        Submissions.Body(actionType, "s3", agentId, new() { ["context"] = new JsonObject { ["environment"] = "dev" } }));

    /// <summary>The types of what the audit trail of the first organisation says, in order.</summary>
    public static async Task<IReadOnlyList<string>> EventTypesAsync(this AscendServer server, string prefix) => await server.Store.ReadAsync(
        session => session.QueryAsync(
            $"SELECT event_type FROM audit_records WHERE event_type LIKE {prefix + "%"} ORDER BY sequence_number", static row => row.Text(0)),
        AscendServer.Cancellation);
}
