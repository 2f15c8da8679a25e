namespace Trellis.Server.Kernel.Identity;

/// <summary>Keys from a file.</summary>
internal sealed class JwksFileSource(string path, string algorithm) : IVerificationKeySource
{
    /// <inheritdoc/>
    public async Task<VerificationKeySet> LoadAsync(CancellationToken cancellationToken) =>
        JwksParser.ParseSet(await File.ReadAllTextAsync(path, cancellationToken), algorithm);
}
