namespace Trellis.Server.Kernel.Hosting;

/// <summary>A part of the URL space that belongs to one module.</summary>
/// <param name="Prefix">
/// Begins with a slash; matched from the start of the request's path without regard to case. Of several that match, the longest counts.
/// </param>
/// <param name="ErrorFormat">How errors look there.</param>
public sealed record OwnedPath(string Prefix, IErrorFormat ErrorFormat);
