using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// The ES256 keys of the server. The private key lies in a file beside the data and never in the store; the public keys of all servers on a
/// store are registered in it, so that each accepts the tokens of the others. Safe for concurrent use.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly IStore _store;
    private readonly TimeProvider _time;
    private readonly SigningKeyFile _file;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private SigningKey? _current;

    /// <summary>Creates the door to the keys; they are read or made when first needed.</summary>
    /// <param name="store">The store with the tables of <see cref="IdentityMigrations"/>.</param>
    /// <param name="options">Where the key file is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears when the registered keys cannot be read.</param>
    public SigningKeys(IStore store, IdentityOptions options, TimeProvider time, ILogger<SigningKeys> logger)
    {
        ArgumentNullException.ThrowIfNull(options);

        _store = store;
        _time = time;
        _file = new SigningKeyFile(options.SigningKeyFile);
        Verification = new VerificationKeyCache(TrellisIssuer.Name, new StoredKeySource(store), RefreshInterval, RetryInterval, time, logger);
    }

    /// <summary>The public keys of all servers on the store.</summary>
    internal VerificationKeyCache Verification { get; }

    /// <summary>The id (<c>kid</c>) of the key that signs now. Reads or makes the key if that has not happened yet.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key file holds something else.</exception>
    public async ValueTask<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default) =>
        (await GetCurrentAsync(cancellationToken)).KeyId;

    /// <summary>Makes a new key, signs with it from now on, and lets the old one's tokens be valid for <paramref name="overlap"/> more.</summary>
    /// <param name="overlap">Zero ends the old key's tokens at once; at least the lifetime of a token lets all of them run out.</param>
    /// <param name="cancellationToken">Gives up before anything has changed.</param>
    /// <returns>The id of the new key.</returns>
    public async Task<string> RotateAsync(TimeSpan overlap, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(overlap, TimeSpan.Zero);

        var old = await GetCurrentAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _current = await ReplaceAsync(old, _time.GetUtcNow() + overlap, cancellationToken);
            return _current.KeyId;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Dispose();
        Verification.Dispose();
    }

    internal async ValueTask<SigningKey> GetCurrentAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _current) is { } known)
            return known;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await OpenAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<SigningKey> OpenAsync(CancellationToken cancellationToken)
    {
        if (_file.Read() is not { } key)
        {
            key = SigningKey.Create();
            _file.Write(key);
        }

        var registered = await _store.WriteAsync(
            async session =>
            {
                await SigningKeyTable.AddAsync(session, key, _time.GetUtcNow());
                return await SigningKeyTable.FindAsync(session, key.KeyId);
            },
            cancellationToken);
        Verification.Invalidate();

        // A rotation that was cut short, or an old file put back: nobody accepts what this key would sign.
        return registered?.RetiredAt is { } retiredAt ? await ReplaceAsync(key, retiredAt, cancellationToken) : key;
    }

    // The store first: if the process dies in between, the file holds a key that the store calls retired, and the next start replaces it.
    private async Task<SigningKey> ReplaceAsync(SigningKey old, DateTimeOffset retiredAt, CancellationToken cancellationToken)
    {
        var key = SigningKey.Create();
        await _store.WriteAsync(
            async session =>
            {
                await SigningKeyTable.RetireAsync(session, old.KeyId, retiredAt);
                return await SigningKeyTable.AddAsync(session, key, _time.GetUtcNow());
            },
            cancellationToken);
        _file.Write(key);
        Verification.Invalidate();
        return key;
    }
}
