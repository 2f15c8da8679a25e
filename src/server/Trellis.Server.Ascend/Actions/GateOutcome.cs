using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Orchestration;

namespace Trellis.Server.Ascend.Actions;

/// <summary>What the gates say.</summary>
/// <param name="Refusal">Why the action is refused; null when it is not.</param>
/// <param name="Linkage">Where it stands in an orchestration.</param>
internal readonly record struct GateOutcome(AscendError? Refusal, Linkage Linkage);
