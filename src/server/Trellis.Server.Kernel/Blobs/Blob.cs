namespace Trellis.Server.Kernel.Blobs;

/// <summary>Content as it was written.</summary>
/// <param name="Id">By what it is found again: 32 lower-case hexadecimal digits, drawn at random.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hexadecimal.</param>
public sealed record Blob(string Id, long Length, string Sha256);
