using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Webhooks;

/// <summary>Waits for what the dispatcher does in the background.</summary>
internal static class DeadLetters
{
    /// <summary>The id of the first dead letter, once there is one.</summary>
    public static async Task<string> FirstAsync(Tenant tenant)
    {
        while (true)
        {
            var entries = (await tenant.AdminAsync("GET", "/api/webhooks/dlq/entries")).ShouldBeOk().Json["entries"]!.AsArray();
            if (entries.Count > 0)
                return entries[0]!["id"]!.GetValue<string>();
            AscendServer.Cancellation.ThrowIfCancellationRequested();
        }
    }
}
