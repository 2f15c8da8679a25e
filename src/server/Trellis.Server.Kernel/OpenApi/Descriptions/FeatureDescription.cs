namespace Trellis.Server.Kernel.OpenApi;

/// <summary>A part of a platform.</summary>
/// <param name="Name">Its name, the tag of its operations.</param>
/// <param name="Summary">What it is for.</param>
internal sealed record FeatureDescription(string Name, string Summary);
