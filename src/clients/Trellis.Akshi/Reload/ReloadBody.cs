namespace Trellis.Akshi;

/// <summary>What reloads one agent. Contract section 2.9.</summary>
internal sealed record ReloadBody(string? Agent);
