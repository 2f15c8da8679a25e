namespace Trellis.Server.Kernel.Identity;

/// <summary>A token whose signature was checked before.</summary>
/// <param name="Outcome">What came out.</param>
/// <param name="Policy">The issuer's rules.</param>
/// <param name="Keys">The issuer's keys of that moment; the entry means nothing once others are current.</param>
/// <param name="KeyValidUntil">When the key ends.</param>
internal sealed record ValidatedToken(TokenValidation Outcome, IssuerPolicy Policy, VerificationKeySet Keys, DateTimeOffset KeyValidUntil);
