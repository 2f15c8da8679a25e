namespace Trellis.Server.Ascend.Signing;

/// <summary>How an organisation signs its requests (contract, section 1.5).</summary>
/// <param name="SealedSecret">The secret, sealed.</param>
/// <param name="RequireSignature">Whether a request with a body must be signed.</param>
/// <param name="UpdatedAt">Since when.</param>
internal sealed record SigningSettings(string SealedSecret, bool RequireSignature, DateTimeOffset UpdatedAt);
