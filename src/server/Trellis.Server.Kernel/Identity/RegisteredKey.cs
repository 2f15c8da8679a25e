namespace Trellis.Server.Kernel.Identity;

/// <summary>A public key as the store knows it.</summary>
internal sealed record RegisteredKey(string KeyId, string PublicJwk, DateTimeOffset? RetiredAt);
