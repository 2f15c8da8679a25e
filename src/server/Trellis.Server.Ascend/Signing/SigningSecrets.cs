using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Secrets;

namespace Trellis.Server.Ascend.Signing;

/// <summary>Makes, seals and opens the secrets by which organisations sign. Safe for concurrent use.</summary>
internal sealed class SigningSecrets(SecretProtector protector, RandomNumberGenerator random)
{
    private const string Purpose = "ascend-signing";
    private const string Id = "requests";
    private const int RandomBytes = 32;
    private const int MostOpened = 1000;

    private readonly ConcurrentDictionary<string, byte[]> _opened = new(StringComparer.Ordinal);

    /// <summary>Makes a secret.</summary>
    public string Generate()
    {
        var bits = new byte[RandomBytes];
        random.GetBytes(bits);
        return $"ascsec_{Convert.ToHexStringLower(bits)}";
    }

    /// <summary>Seals a secret for the store.</summary>
    public string Seal(long organisationId, string secret) =>
        protector.Protect(Encoding.UTF8.GetBytes(secret), new SecretBinding(organisationId, Purpose, Id));

    /// <summary>Opens a sealed secret, and remembers it.</summary>
    /// <exception cref="SecretProtectionException">The secret cannot be opened here.</exception>
    public byte[] Open(long organisationId, string sealedSecret)
    {
        if (_opened.Count > MostOpened)
            _opened.Clear();
        return _opened.GetOrAdd(sealedSecret, envelope => protector.Unprotect(envelope, new SecretBinding(organisationId, Purpose, Id)));
    }
}
