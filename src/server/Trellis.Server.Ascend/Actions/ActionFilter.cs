namespace Trellis.Server.Ascend.Actions;

/// <summary>Which actions to list.</summary>
/// <param name="AgentId">Of this agent; null for all.</param>
/// <param name="Status">With this status; null for all.</param>
/// <param name="Limit">So many.</param>
/// <param name="Offset">After so many.</param>
internal sealed record ActionFilter(string? AgentId, string? Status, int Limit, int Offset);
