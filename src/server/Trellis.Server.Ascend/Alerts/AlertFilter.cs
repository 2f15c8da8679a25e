namespace Trellis.Server.Ascend.Alerts;

/// <summary>Which alerts are wanted; what is null does not narrow the choice.</summary>
internal readonly record struct AlertFilter(string? Type, string? Severity, string? AgentId, bool? IsAcknowledged);
