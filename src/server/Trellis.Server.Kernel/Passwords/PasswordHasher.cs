using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Passwords;

/// <summary>
/// Hashes and checks passwords: PBKDF2 with HMAC-SHA-256 (RFC 8018), a random salt for each, the parameters stored with the hash. Runs on
/// few threads at a time and refuses what would wait too long. Safe for concurrent use.
/// </summary>
public sealed class PasswordHasher : IDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly PasswordOptions _options;
    private readonly RandomNumberGenerator _random;
    private readonly PasswordLanes _lanes;
    private readonly PasswordHash _nobody;

    /// <summary>Creates the hasher.</summary>
    /// <param name="options">How passwords are hashed.</param>
    /// <param name="random">The source of salts.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> are not valid.</exception>
    public PasswordHasher(PasswordOptions options, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        options.Validate();

        _options = options;
        _random = random;
        _lanes = new PasswordLanes(options.Lanes, options.QueueLimit);
        _nobody = new PasswordHash(options.Iterations, NewSalt(), new byte[PasswordHash.HashLength]);
    }

    /// <summary>Hashes a new password.</summary>
    /// <param name="password">The password: well-formed Unicode.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What to store; <see cref="VerifyAsync"/> takes it.</returns>
    /// <exception cref="ArgumentException">The password is not well-formed Unicode.</exception>
    /// <exception cref="PasswordBusyException">Too many passwords wait already.</exception>
    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(password);

        var bytes = Encode(password);
        var salt = NewSalt();
        var hash = await _lanes.RunAsync(() => Derive(bytes, salt, _options.Iterations), cancellationToken);
        return new PasswordHash(_options.Iterations, salt, hash).ToText();
    }

    /// <summary>
    /// Checks a password. A user who does not exist costs the same work as one who does, and a hash with fewer iterations the same as one of
    /// today, so that the time of a refusal tells nothing.
    /// </summary>
    /// <param name="stored">What <see cref="HashAsync"/> returned; null when there is no such user, or one without a password.</param>
    /// <param name="password">The password that was given: well-formed Unicode.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">The password is not well-formed Unicode, or <paramref name="stored"/> is not a hash of this server.</exception>
    /// <exception cref="PasswordBusyException">Too many passwords wait already.</exception>
    public async Task<PasswordVerdict> VerifyAsync(string? stored, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(password);

        var known = _nobody;
        if (stored is not null && !PasswordHash.TryParse(stored, out known))
            throw new ArgumentException("The stored password is not a hash of this server.", nameof(stored));

        var bytes = Encode(password);
        var isEqual = await _lanes.RunAsync(() => Check(bytes, known), cancellationToken);
        var isCorrect = isEqual && stored is not null;
        return new PasswordVerdict(isCorrect, isCorrect && known.Iterations != _options.Iterations);
    }

    /// <inheritdoc/>
    public void Dispose() => _lanes.Dispose();

    private static byte[] Encode(string password)
    {
        try
        {
            return Strict.GetBytes(password);
        }
        catch (EncoderFallbackException)
        {
            // The exception of the encoder names the character it could not encode.
            throw new ArgumentException("A password is well-formed Unicode.", nameof(password));
        }
    }

    private static byte[] Derive(byte[] password, byte[] salt, int iterations)
    {
        try
        {
            return Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, PasswordHash.HashLength);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(password);
        }
    }

    private bool Check(byte[] password, PasswordHash known)
    {
        var rest = _options.Iterations - known.Iterations;
        if (rest > 0)
            Derive([.. password], known.Salt, rest);

        return CryptographicOperations.FixedTimeEquals(Derive(password, known.Salt, known.Iterations), known.Hash);
    }

    private byte[] NewSalt()
    {
        var salt = new byte[PasswordHash.SaltLength];
        _random.GetBytes(salt);
        return salt;
    }
}
