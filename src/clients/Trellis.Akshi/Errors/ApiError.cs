namespace Trellis.Akshi;

/// <summary>What an error answer says, and about what.</summary>
/// <param name="Detail">What it says to people, masked.</param>
/// <param name="Body">The whole of it, masked.</param>
/// <param name="Method">The request's method.</param>
/// <param name="Path">The request's path.</param>
internal readonly record struct ApiError(string? Detail, string Body, string Method, string Path);
