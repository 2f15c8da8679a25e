namespace Trellis.Server.Kernel.OpenApi;

/// <summary>A kind of credential.</summary>
/// <param name="Description">What it is and where it comes from.</param>
/// <param name="Header">The header that it stands in; null for a bearer in <c>Authorization</c>.</param>
public sealed record ApiCredential(string Description, string? Header = null);
