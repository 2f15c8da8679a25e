using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>The report of an action's outcome as it is sent. Contract section 2.5.</summary>
internal static class OutcomeBody
{
    public static RequestBody Completed(string actionId, JsonObject? result, TimeSpan? duration, TimeProvider time)
    {
        var body = Create(actionId, "completed", "completed_at", duration, time);
        if (result is { Count: > 0 })
        {
            body["result"] = result.DeepClone();
        }

        return new CanonicalBody(body);
    }

    public static RequestBody Failed(string actionId, JsonNode error, TimeSpan? duration, TimeProvider time)
    {
        var body = Create(actionId, "failed", "failed_at", duration, time);
        body["error"] = error.DeepClone();
        return new CanonicalBody(body);
    }

    private static JsonObject Create(string actionId, string status, string timeName, TimeSpan? duration, TimeProvider time)
    {
        var body = new JsonObject
        {
            ["action_id"] = actionId,
            ["status"] = status,
            [timeName] = WireTime.Format(time.GetUtcNow()),
        };

        // Zero is not worth sending (contract section 2.5).
        if (duration is { TotalMilliseconds: >= 1 } took)
        {
            body["duration_ms"] = (long)took.TotalMilliseconds;
        }

        return body;
    }
}
