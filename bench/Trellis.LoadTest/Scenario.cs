namespace Trellis.LoadTest;

/// <summary>One request that is sent over and over.</summary>
internal sealed record Scenario(string Name, Uri Url, string Body, string? Bearer = null);
