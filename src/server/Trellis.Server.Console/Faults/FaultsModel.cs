using System.Text;
using Trellis.Server.Kernel.Faults;

namespace Trellis.Server.Console.Faults;

/// <summary>What the page of faults shows.</summary>
/// <param name="Plan">The plan in force.</param>
/// <param name="Draft">What the form of a new rule holds.</param>
/// <param name="Json">What the text of the whole plan holds.</param>
/// <param name="Errors">What is wrong with what was sent.</param>
internal sealed record FaultsModel(FaultPlan Plan, FaultDraft Draft, string Json, IReadOnlyList<string> Errors)
{
    /// <summary>The plan in force, and nothing typed.</summary>
    public static FaultsModel Of(FaultPlan plan) => new(plan, FaultDraft.Empty, Encoding.UTF8.GetString(plan.ToJson()), []);
}
