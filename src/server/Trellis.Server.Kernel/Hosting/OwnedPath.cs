namespace Trellis.Server.Kernel.Hosting;

/// <summary>A part of the URL space that belongs to one module.</summary>
/// <param name="Prefix">
/// Begins with a slash; matched from the start of the request's path without regard to case. Of several that match, the longest counts.
/// </param>
/// <param name="ErrorFormat">How errors look there.</param>
public sealed record OwnedPath(string Prefix, IErrorFormat ErrorFormat)
{
    /// <summary>
    /// Whether another module owns the path, and the module has endpoints there that claim some of its requests (<see cref="IRequestClaim"/>):
    /// then this format is for those that reach its endpoints.
    /// </summary>
    /// <value>Default false.</value>
    public bool IsShared { get; init; }
}
