using Trellis.Server.Ascend.Errors;

namespace Trellis.Server.Ascend.Orchestration;

/// <summary>Where an action stands in an orchestration.</summary>
/// <param name="SessionId">Its session: its own word, or its parent's session; null for none.</param>
/// <param name="Depth">How deep: its own word, or one below its parent; null when neither says.</param>
/// <param name="Refusal">Why it may not stand there; null when it may.</param>
internal readonly record struct Linkage(string? SessionId, long? Depth, AscendError? Refusal);
