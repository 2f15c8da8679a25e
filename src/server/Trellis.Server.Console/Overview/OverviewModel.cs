using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Overview;

/// <summary>What the first page shows.</summary>
/// <param name="Recent">The last actions.</param>
internal sealed record OverviewModel(IReadOnlyList<GovernedAction> Recent);
