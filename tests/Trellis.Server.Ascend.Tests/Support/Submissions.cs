using System.Text.Json.Nodes;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>Actions that tests submit, and what the server says of them.</summary>
internal static class Submissions
{
    public const string Path = "/api/v1/actions/submit";

    /// <summary>A body as the SDK sends it, with changes.</summary>
    public static JsonObject Body(
        string actionType = "database.query", string resource = "production_db", string agentId = "agent-1", JsonObject? more = null)
    {
        var body = new JsonObject
        {
            ["agent_id"] = agentId,
            ["agent_name"] = "Agent One",
            ["action_type"] = actionType,
            ["resource"] = resource,
        };
        foreach (var (name, value) in more ?? [])
            body[name] = value?.DeepClone();
        return body;
    }

    /// <summary>An action that a person has to decide: deleting in production with personal data.</summary>
    public static JsonObject Risky(string agentId = "agent-1") => Body(
        "database.delete", "customer_rds", agentId, new() { ["risk_indicators"] = new JsonObject { ["pii_involved"] = true } });

    /// <summary>An action that is approved at once: reading in a sandbox.</summary>
    public static JsonObject Harmless(string agentId = "agent-1") => Body(
        "generic.read", "s3", agentId, new() { ["context"] = new JsonObject { ["environment"] = "dev" } });

    public static Task<Reply> SubmitAsync(this Tenant tenant, JsonObject body) => tenant.PostAsync(Path, body);

    /// <summary>Submits an action and returns its id.</summary>
    public static async Task<long> SubmittedAsync(this Tenant tenant, JsonObject body) =>
        (await tenant.SubmitAsync(body)).ShouldBeOk().Json["action_id"]!.GetValue<long>();

    public static string Status(this Reply reply) => reply.Json["status"]!.GetValue<string>();
}
