using Trellis.Server.Console.Approvals;
using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Layout;

/// <summary>What the navigation shows beside its links.</summary>
/// <param name="Pending">How many approvals wait.</param>
internal sealed record NavigationState(long Pending)
{
    /// <summary>Reads it.</summary>
    public static async Task<NavigationState> ReadAsync(ConsoleCall call) => new(await call.Service<ApprovalReader>().CountPendingAsync(call));
}
