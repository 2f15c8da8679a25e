namespace Trellis.Server.Kernel.Models;

/// <summary>One embedding model of an upstream.</summary>
/// <param name="Name">The name callers ask for.</param>
/// <param name="UpstreamName">The name the upstream knows.</param>
internal sealed record EmbeddingModelOptions(string Name, string UpstreamName);
