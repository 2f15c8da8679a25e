using System.Buffers.Text;
using System.Security.Cryptography;

namespace Trellis.Server.Kernel.Secrets;

/// <summary>
/// Seals secrets that the server must be able to use again, such as signing secrets, so that the database holds none of them in the clear:
/// AES-256-GCM (NIST SP 800-38D) with a key that lies outside the store. Secrets that only have to be recognised are hashed instead.
/// Safe for concurrent use.
/// </summary>
/// <remarks>
/// An envelope reads <c>v1.KEYID.BASE64URL</c>; the last part is a random nonce of 12 bytes, the ciphertext and a tag of 16 bytes.
/// </remarks>
public sealed class SecretProtector
{
    private const string Version = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly IReadOnlyList<SecretKey> _keys;
    private readonly RandomNumberGenerator _random;
    private readonly string _origin;

    /// <summary>Reads the keys; makes the key file if it is missing.</summary>
    /// <param name="options">Where the key file is.</param>
    /// <param name="random">The source of nonces and of a new key.</param>
    /// <exception cref="CryptographicException">The key file holds something else.</exception>
    /// <exception cref="IOException">The key file cannot be read or written.</exception>
    public SecretProtector(SecretOptions options, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);

        _random = random;
        _keys = new SecretKeyFile(options.KeyFile, random).ReadOrCreate();
        _origin = options.KeyFile is { } file ? $"the secret key file '{file}'" : "the memory of this process";
    }

    /// <summary>The id of the key that seals now.</summary>
    public string KeyId => _keys[0].Id;

    /// <summary>Seals a secret. Two seals of one secret are different texts.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="binding">Where it belongs.</param>
    public string Protect(ReadOnlySpan<byte> secret, SecretBinding binding)
    {
        var key = _keys[0];
        var sealedBytes = new byte[NonceLength + secret.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        _random.GetBytes(nonce);

        using var cipher = key.Open();
        cipher.Encrypt(nonce, secret, sealedBytes.AsSpan(NonceLength, secret.Length), sealedBytes.AsSpan(^TagLength..), binding.AssociatedData(key.Id));
        return $"{Version}.{key.Id}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Opens an envelope.</summary>
    /// <param name="envelope">What <see cref="Protect"/> returned.</param>
    /// <param name="binding">Where it belongs; the same as when it was sealed.</param>
    /// <exception cref="SecretProtectionException">The key is not there, or the envelope was changed or belongs elsewhere.</exception>
    public byte[] Unprotect(string envelope, SecretBinding binding)
    {
        ArgumentNullException.ThrowIfNull(envelope);

        var parts = envelope.Split('.');
        if (parts.Length != 3 || parts[0] != Version || !Base64Url.IsValid(parts[2]))
            throw Damaged(binding);

        var sealedBytes = Base64Url.DecodeFromChars(parts[2]);
        if (sealedBytes.Length < NonceLength + TagLength)
            throw Damaged(binding);

        var key = _keys.FirstOrDefault(known => known.Id == parts[1]) ?? throw Unknown(parts[1], binding);
        var secret = new byte[sealedBytes.Length - NonceLength - TagLength];
        try
        {
            using var cipher = key.Open();
            cipher.Decrypt(
                sealedBytes.AsSpan(0, NonceLength),
                sealedBytes.AsSpan(NonceLength, secret.Length),
                sealedBytes.AsSpan(^TagLength..),
                secret,
                binding.AssociatedData(key.Id));
            return secret;
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new SecretProtectionException($"The {Name(binding)} was changed in the store, or moved there from another row.", error);
        }
    }

    /// <summary>Signs data that the server gives away and recognises when it comes back, such as the parts of an address. Any server that holds the key knows it.</summary>
    /// <param name="purpose">What the signature is for; it is worth nothing for another purpose.</param>
    /// <param name="data">What is signed.</param>
    /// <returns><c>KEYID.BASE64URL</c>; the last part is an HMAC-SHA-256.</returns>
    public string Sign(string purpose, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        return $"{_keys[0].Id}.{Base64Url.EncodeToString(_keys[0].Authenticate(purpose, data))}";
    }

    /// <summary>Whether <paramref name="signature"/> is what <see cref="Sign"/> returns for the same purpose and data. Takes the same time wherever they differ.</summary>
    /// <param name="purpose">What the signature is for.</param>
    /// <param name="data">What should be signed.</param>
    /// <param name="signature">What came back; may be anything.</param>
    public bool IsSigned(string purpose, ReadOnlySpan<byte> data, string signature)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(signature);

        return signature.Split('.') is [var keyId, var encoded]
            && _keys.FirstOrDefault(known => known.Id == keyId) is { } key
            && Base64Url.IsValid(encoded)
            && CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(encoded), key.Authenticate(purpose, data));
    }

    /// <summary>Names the key and never shows it.</summary>
    public override string ToString() => $"secret protector with key {KeyId}";

    private static string Name(SecretBinding binding) => $"{binding.Purpose} of '{binding.Id}'";

    private static SecretProtectionException Damaged(SecretBinding binding) => new($"The {Name(binding)} in the store is not an envelope of this server.");

    private SecretProtectionException Unknown(string keyId, SecretBinding binding) => new(
        $"The {Name(binding)} was sealed with key {keyId}, which {_origin} does not hold. Put the lost file back, or, where several servers "
        + "share a store, name one file for all of them in secrets.keyFile.");
}
