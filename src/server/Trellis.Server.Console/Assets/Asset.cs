namespace Trellis.Server.Console.Assets;

/// <summary>A file of the console.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Digest">The begin of its SHA-256, which its address holds.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Asset(string ContentType, string Digest, ReadOnlyMemory<byte> Content);
