using System.Text.Json.Nodes;
using Trellis.Aerostack;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Aerostack;

/// <summary>What workers ask the server, for which the platform has no public calls.</summary>
internal static class Workers
{
    /// <summary>Takes a job; null when there is none.</summary>
    public static async Task<JsonObject?> TakeAsync(this AerostackClient client, int leaseSeconds = 60)
    {
        var answer = await client.RequestAsync(HttpMethod.Post, "/queue/take", new JsonObject { ["leaseSeconds"] = leaseSeconds });
        return answer["jobs"]!.AsArray() is [JsonObject job, ..] ? job : null;
    }

    /// <summary>Says what became of a taken job: <c>complete</c> or <c>fail</c>.</summary>
    public static Task<JsonObject> SettleAsync(this AerostackClient client, string how, JsonObject job) =>
        client.RequestAsync(HttpMethod.Post, $"/queue/{how}", new JsonObject { ["jobId"] = Text(job, "id"), ["lease"] = Text(job, "lease") });

    /// <summary>Asks until there is a job.</summary>
    public static async Task<JsonObject> NextAsync(this AerostackClient client)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience.Long)
        {
            if (await client.TakeAsync() is { } job)
                return job;
        }

        throw new TimeoutException("No job came.");
    }

    public static string Text(JsonObject job, string name) => job[name]!.GetValue<string>();
}
