namespace Trellis.Server.Kernel.Models;

/// <summary>One model of an upstream.</summary>
/// <param name="Name">The name callers ask for.</param>
/// <param name="UpstreamName">The name the upstream knows.</param>
/// <param name="Price">What its tokens cost.</param>
/// <param name="MaxOutputTokens">The most tokens one choice can have; null when not stated.</param>
/// <param name="Description">A sentence for the model list; null for none.</param>
internal sealed record UpstreamModelOptions(string Name, string UpstreamName, ModelPrice Price, long? MaxOutputTokens, string? Description);
