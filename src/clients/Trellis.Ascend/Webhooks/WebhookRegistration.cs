namespace Trellis.Ascend;

/// <summary>A webhook as it is configured.</summary>
internal sealed record WebhookRegistration(string Url, IReadOnlyList<string> Events, string? AgentId, string? Secret);
