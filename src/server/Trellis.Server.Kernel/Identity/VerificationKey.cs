using Microsoft.IdentityModel.Tokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>A public key that tokens are checked with.</summary>
/// <param name="Key">The key.</param>
/// <param name="Fingerprint">Differs as soon as the key differs.</param>
/// <param name="ValidUntil">From when on its signatures are refused; null for no end.</param>
internal sealed record VerificationKey(JsonWebKey Key, string Fingerprint, DateTimeOffset? ValidUntil);
