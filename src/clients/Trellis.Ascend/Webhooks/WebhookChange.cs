namespace Trellis.Ascend;

/// <summary>A change of a webhook as it is sent.</summary>
internal sealed record WebhookChange(string? Url, IReadOnlyList<string>? Events, string? Secret);
