using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace Trellis;

/// <summary>
/// Answers of earlier calls, per credential. A cache that fails is treated as empty: it never fails a call, and never loses an answer
/// that has arrived. Safe for concurrent use.
/// </summary>
/// <remarks>
/// <para><see cref="IDistributedCache"/> can drop a key but no prefix, so a resource is invalidated through its generation: an entry of
/// its own with a random value, which every answer is stamped with. An answer whose stamp is not the present generation's is a miss, and
/// removing the generation makes all of them so. It is read before the call is made, so an answer that a change overtook is never used.</para>
/// <para>Keys carry 32 bits of the hashes of the token and of the arguments (contract section 5.2). The stamp carries all 256, of
/// the token, the base URL and the whole question, so that calls whose keys collide still never see each other's answers.</para>
/// </remarks>
internal sealed class ResponseCache(string platform, ClientOptions options, ILogger logger)
{
    private const int GenerationSize = 16;
    private const int StampSize = SHA256.HashSizeInBytes;

    // A generation only has to outlive the entries it stamps; without it they are misses.
    private static readonly TimeSpan GenerationLifetime = TimeSpan.FromDays(1);

    private readonly IDistributedCache _cache = options.Cache ?? new LruDistributedCache(timeProvider: options.TimeProvider);
    private readonly string _scope = options.BaseUrl.AbsoluteUri;

    public async ValueTask<CacheEntry> LookUpAsync(CachePolicy policy, Secret token, Transfer transfer, CancellationToken cancellationToken)
    {
        var key = CacheKey.ForCall(platform, token, policy.Resource, policy.Operation, policy.Arguments);
        try
        {
            var generationKey = CacheKey.ForGeneration(platform, token, policy.Resource);
            var generation = await transfer.GetAsync(_cache, generationKey, cancellationToken).ConfigureAwait(false);
            if (generation is not { Length: GenerationSize })
            {
                generation = RandomNumberGenerator.GetBytes(GenerationSize);
                var lifetime = policy.TimeToLive > GenerationLifetime ? policy.TimeToLive : GenerationLifetime;
                await transfer.SetAsync(_cache, generationKey, generation, Lasting(lifetime), cancellationToken).ConfigureAwait(false);
                return new(key, Stamp(generation, policy, token), null);
            }

            var stamp = Stamp(generation, policy, token);
            var stored = await transfer.GetAsync(_cache, key, cancellationToken).ConfigureAwait(false);
            return new(key, stamp, stored is not null && stored.AsSpan().StartsWith(stamp) ? stored[StampSize..] : null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CacheUnreadable(logger, exception);
            return new(key, null, null);
        }
    }

    public async ValueTask StoreAsync(CacheEntry entry, CachePolicy policy, byte[] answer, Transfer transfer, CancellationToken cancellationToken)
    {
        if (entry.Stamp is null)
        {
            return;
        }

        try
        {
            byte[] stored = [.. entry.Stamp, .. answer];
            await transfer.SetAsync(_cache, entry.Key, stored, Lasting(policy.TimeToLive), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The answer is here; not even the caller's cancellation may lose it now.
            Log.CacheUnwritable(logger, exception);
        }
    }

    /// <summary>Makes every answer about <paramref name="resource"/> that this token was given a miss.</summary>
    public async ValueTask InvalidateAsync(string resource, Secret token, Transfer transfer)
    {
        try
        {
            // Not the caller's cancellation token: the change has happened, and the cache must hear of it.
            await transfer.RemoveAsync(_cache, CacheKey.ForGeneration(platform, token, resource), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Log.CacheNotInvalidated(logger, exception);
        }
    }

    private static DistributedCacheEntryOptions Lasting(TimeSpan timeToLive) => new() { AbsoluteExpirationRelativeToNow = timeToLive };

    private byte[] Stamp(byte[] generation, CachePolicy policy, Secret token)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(generation);
        Append(_scope);
        Append(policy.Resource);
        Append(policy.Operation);
        Append(policy.Arguments is { Count: > 0 } arguments ? JsonTextBuilder.Write(arguments, JsonTextStyle.Canonical) : "");
        Append(token.Reveal());
        return hash.GetHashAndReset();

        // The length in front keeps one text from running into the next.
        void Append(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
