using Microsoft.Extensions.Logging;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// The keys of one issuer, kept in memory: loaded when first needed, again when they are old or a key id is unknown, never more often than
/// once per retry interval, and kept when loading fails. Safe for concurrent use; one load at a time.
/// </summary>
internal sealed class VerificationKeyCache(
    string issuer,
    IVerificationKeySource source,
    TimeSpan refreshInterval,
    TimeSpan retryInterval,
    TimeProvider time,
    ILogger logger) : IDisposable
{
    private readonly Lock _lock = new();
    private VerificationKeySet? _keys;
    private long? _loadedAt;
    private long? _attemptedAt;
    private Task? _load;
    private int _invalidations;

    /// <summary>The keys, if they are loaded and not old.</summary>
    public VerificationKeySet? Fresh
    {
        get
        {
            lock (_lock)
                return IsFresh ? _keys : null;
        }
    }

    private bool IsFresh => _loadedAt is { } at && time.GetElapsedTime(at) < refreshInterval;

    /// <summary>The keys, loaded again if they are old; null when they never could be loaded.</summary>
    public async ValueTask<VerificationKeySet?> GetAsync(CancellationToken cancellationToken) =>
        Fresh ?? await ReloadAsync(cancellationToken);

    /// <summary>The keys, loaded again unless that happened just now; null when they never could be loaded.</summary>
    public async ValueTask<VerificationKeySet?> ReloadAsync(CancellationToken cancellationToken)
    {
        Task? load;
        lock (_lock)
        {
            if (_load is null && (_attemptedAt is not { } at || time.GetElapsedTime(at) >= retryInterval))
            {
                _attemptedAt = time.GetTimestamp();
                _load = Task.Run(LoadAsync, CancellationToken.None);
            }

            load = _load;
        }

        // The load serves every waiting caller, so it does not end with the one who happened to ask first.
        if (load is not null)
            await load.WaitAsync(cancellationToken);
        lock (_lock)
            return _keys;
    }

    /// <summary>Forgets how old the keys are: the next look loads them.</summary>
    public void Invalidate()
    {
        lock (_lock)
        {
            _loadedAt = null;
            _attemptedAt = null;
            _invalidations++;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (source as IDisposable)?.Dispose();

    private async Task LoadAsync()
    {
        var invalidations = Volatile.Read(ref _invalidations);
        try
        {
            var loaded = await source.LoadAsync(CancellationToken.None);
            lock (_lock)
            {
                if (_keys is null || !_keys.HasSameKeys(loaded))
                    _keys = loaded;

                // What was read before an invalidation may lack the very change that it announced.
                if (_invalidations == invalidations)
                    _loadedAt = time.GetTimestamp();
            }
        }
        catch (Exception exception)
        {
            // Whatever went wrong, the known keys stay in use and the next look tries again.
            IdentityLog.KeysNotLoaded(logger, issuer, exception);
        }
        finally
        {
            lock (_lock)
                _load = null;
        }
    }
}
