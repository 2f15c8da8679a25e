namespace Trellis.Server.Kernel.Identity;

/// <summary>Where an issuer's public keys come from.</summary>
internal interface IVerificationKeySource
{
    /// <summary>Reads the keys as they are now. Any exception means that they could not be read.</summary>
    Task<VerificationKeySet> LoadAsync(CancellationToken cancellationToken);
}
