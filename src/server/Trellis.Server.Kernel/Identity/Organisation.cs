namespace Trellis.Server.Kernel.Identity;

/// <summary>A tenant. Nothing of one organisation is ever visible to another.</summary>
/// <param name="Id">1, 2, 3, …</param>
/// <param name="Name">The name for people; need not be unique.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Organisation(long Id, string Name, DateTimeOffset CreatedAt);
