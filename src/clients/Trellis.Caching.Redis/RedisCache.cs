using System.Buffers;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Caching.Redis.Commands;
using Trellis.Caching.Redis.Connections;
using Trellis.Caching.Redis.Entries;
using Trellis.Caching.Redis.Failures;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Options;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis;

/// <summary>
/// A distributed cache on one Redis or Valkey server. Thread safe; connections are opened when they are needed, so that making the
/// cache does no I/O. Whoever makes it disposes it.
/// </summary>
/// <remarks>
/// <para>
/// <b>Outage.</b> Every method that asks the server throws <see cref="RedisCacheException"/> when the server cannot be reached, is too
/// slow or refuses. Once it is known to be down, calls fail at once until the next attempt to connect is due
/// (<see cref="RedisCacheOptions.ReconnectDelay"/>). A connection that went stale because the server was restarted is replaced and the
/// command sent again, without the caller noticing. The Trellis clients take a failure of their cache as a miss and log it: an
/// answer that has been received is never lost to it.
/// </para>
/// <para>
/// <b>Synchronous methods</b> block on the socket itself, never on a task. <b>Cancellation</b> closes the connection of the cancelled
/// call, and of no other; the server may still have done what was asked.
/// </para>
/// <para><b>Expiration.</b> Absolute only; a sliding one is refused. An entry without any lives until it is removed.</para>
/// </remarks>
public sealed class RedisCache : IBufferDistributedCache, IDisposable
{
    private readonly RedisSettings _settings;
    private readonly KeySpace _keys;
    private readonly FailureFactory _failures;
    private readonly RedisClient _client;
    private readonly PrefixRemoval _removal;

    /// <summary>Makes a cache.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it.</exception>
    public RedisCache(RedisCacheOptions options)
    {
        _settings = RedisSettings.From(options);
        _keys = new(_settings.Namespace);
        _failures = new(_settings.Url.Server);
        _client = new(_settings, _failures, options.LoggerFactory?.CreateLogger<RedisCache>() ?? NullLogger<RedisCache>.Instance);
        _removal = new(_client, _failures);
    }

    /// <inheritdoc/>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public byte[]? Get(string key) => BlockingResult.Take(GetAsync(key, IoMode.Blocking, CancellationToken.None));

    /// <inheritdoc/>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => GetAsync(key, IoMode.Awaiting, token).AsTask();

    /// <summary>Reads an entry straight into <paramref name="destination"/>, which is advanced only when it is complete.</summary>
    /// <returns>Whether there is such an entry.</returns>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public bool TryGet(string key, IBufferWriter<byte> destination) =>
        BlockingResult.Take(TryGetAsync(key, destination, IoMode.Blocking, CancellationToken.None));

    /// <inheritdoc cref="TryGet"/>
    public ValueTask<bool> TryGetAsync(string key, IBufferWriter<byte> destination, CancellationToken token = default) =>
        TryGetAsync(key, destination, IoMode.Awaiting, token);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException"><paramref name="options"/> has a sliding expiration.</exception>
    /// <exception cref="ArgumentException">The value is larger than <see cref="RedisCacheOptions.MaxValueBytes"/>.</exception>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    /// <remarks>An entry whose expiration has passed already is not stored; one that stood under this key is removed.</remarks>
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        Set(key, new ReadOnlySequence<byte>(value), options);
    }

    /// <inheritdoc cref="Set(string, byte[], DistributedCacheEntryOptions)"/>
    public void Set(string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options) =>
        BlockingResult.Take(SetAsync(key, value, options, IoMode.Blocking, CancellationToken.None));

    /// <inheritdoc cref="Set(string, byte[], DistributedCacheEntryOptions)"/>
    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SetAsync(key, new ReadOnlySequence<byte>(value), options, token).AsTask();
    }

    /// <inheritdoc cref="Set(string, byte[], DistributedCacheEntryOptions)"/>
    public ValueTask SetAsync(
        string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        SetAsync(key, value, options, IoMode.Awaiting, token);

    /// <summary>Does nothing: there is no sliding expiration to renew, and the server is not asked.</summary>
    public void Refresh(string key) => ArgumentNullException.ThrowIfNull(key);

    /// <inheritdoc cref="Refresh"/>
    public Task RefreshAsync(string key, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return token.IsCancellationRequested ? Task.FromCanceled(token) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public void Remove(string key) => BlockingResult.Take(RemoveAsync(key, IoMode.Blocking, CancellationToken.None));

    /// <inheritdoc/>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public Task RemoveAsync(string key, CancellationToken token = default) => RemoveAsync(key, IoMode.Awaiting, token).AsTask();

    /// <summary>
    /// Removes every entry of the namespace, in batches. Not atomic: entries stored meanwhile may stay, and a failure leaves the rest.
    /// </summary>
    /// <returns>How many entries were removed; fewer than were there if a batch had to be sent twice.</returns>
    /// <exception cref="InvalidOperationException">The cache has no namespace: the database may hold keys of others.</exception>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public long Clear() => RemoveByPrefix("");

    /// <inheritdoc cref="Clear"/>
    public Task<long> ClearAsync(CancellationToken cancellationToken = default) => RemoveByPrefixAsync("", cancellationToken);

    /// <summary>
    /// Removes every entry whose key begins with <paramref name="keyPrefix"/>, in batches, as <see cref="Clear"/> does.
    /// </summary>
    /// <returns>How many entries were removed; fewer than were there if a batch had to be sent twice.</returns>
    /// <exception cref="InvalidOperationException">The prefix is empty and the cache has no namespace.</exception>
    /// <exception cref="RedisCacheException">The server is down, too slow, or refused.</exception>
    public long RemoveByPrefix(string keyPrefix) =>
        BlockingResult.Take(_removal.RunAsync(PatternFor(keyPrefix), IoMode.Blocking, CancellationToken.None));

    /// <inheritdoc cref="RemoveByPrefix"/>
    public Task<long> RemoveByPrefixAsync(string keyPrefix, CancellationToken cancellationToken = default) =>
        _removal.RunAsync(PatternFor(keyPrefix), IoMode.Awaiting, cancellationToken).AsTask();

    /// <summary>Closes the connections; those in use when their call is done. Later calls throw <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _client.Dispose();

    /// <summary>The server and the namespace, without user or password.</summary>
    public override string ToString() => $"{nameof(RedisCache)}({_settings.Url}, namespace {_settings.Namespace ?? "none"})";

    private async ValueTask<byte[]?> GetAsync(string key, IoMode mode, CancellationToken cancellationToken)
    {
        var buffer = new ValueBuffer();
        return await TryGetAsync(key, buffer, mode, cancellationToken).ConfigureAwait(false) ? buffer.Value : null;
    }

    private async ValueTask<bool> TryGetAsync(string key, IBufferWriter<byte> destination, IoMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var command = RedisCommand.Get(_keys.NameOf(key));
        var reply = await _client.ExecuteAsync(command, destination, mode, cancellationToken).ConfigureAwait(false);
        switch (reply.Kind)
        {
            case RespKind.Null:
                return false;
            case RespKind.BulkString:
                destination.Advance(reply.Bytes.Length);
                return true;
            default:
                throw _failures.UnexpectedReply(reply);
        }
    }

    private async ValueTask SetAsync(
        string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options, IoMode mode, CancellationToken cancellationToken)
    {
        var name = _keys.NameOf(key);
        var lifetime = EntryLifetime.From(options, _settings.TimeProvider.GetUtcNow());
        if (value.Length > _settings.MaxValueBytes)
            throw new ArgumentException($"The value has {value.Length} bytes; MaxValueBytes allows {_settings.MaxValueBytes}.", nameof(value));

        var command = lifetime.IsOver ? RedisCommand.Delete(name) : RedisCommand.Set(name, value, lifetime.Milliseconds);
        await _client.ExecuteAsync(command, null, mode, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask RemoveAsync(string key, IoMode mode, CancellationToken cancellationToken) =>
        await _client.ExecuteAsync(RedisCommand.Delete(_keys.NameOf(key)), null, mode, cancellationToken).ConfigureAwait(false);

    private byte[] PatternFor(string keyPrefix)
    {
        ArgumentNullException.ThrowIfNull(keyPrefix);
        if (keyPrefix.Length == 0 && _keys.IsWholeDatabase)
        {
            throw new InvalidOperationException(
                "This cache has no namespace, so clearing it would remove every key of the database, also those of others. " +
                "Set RedisCacheOptions.Namespace.");
        }

        return _keys.PatternFor(keyPrefix);
    }
}
