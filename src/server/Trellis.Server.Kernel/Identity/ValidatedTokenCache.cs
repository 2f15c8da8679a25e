using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// A bounded memory of validated tokens in two generations: when the young one is full it becomes the old one, and the old one is dropped.
/// An entry that is found moves to the young generation, so tokens in use stay. Safe for concurrent use.
/// </summary>
/// <param name="capacity">The most entries kept, both generations together, give or take one per thread.</param>
internal sealed class ValidatedTokenCache(int capacity)
{
    private readonly Lock _lock = new();
    private readonly int _generationSize = Math.Max(1, capacity / 2);
    private Generations _generations = new([], []);
    private int _youngCount;

    public bool TryGet(TokenDigest digest, [NotNullWhen(true)] out ValidatedToken? token)
    {
        var generations = _generations;
        if (generations.Young.TryGetValue(digest, out token))
            return true;
        if (!generations.Old.TryGetValue(digest, out token))
            return false;

        Set(digest, token);
        return true;
    }

    public void Set(TokenDigest digest, ValidatedToken token)
    {
        if (capacity == 0)
            return;
        if (!_generations.Young.TryAdd(digest, token))
        {
            _generations.Young[digest] = token;
            return;
        }

        if (Interlocked.Increment(ref _youngCount) < _generationSize)
            return;
        lock (_lock)
        {
            if (_youngCount < _generationSize)
                return;
            _generations = new Generations([], _generations.Young);
            _youngCount = 0;
        }
    }

    public void Remove(TokenDigest digest)
    {
        var generations = _generations;
        generations.Young.TryRemove(digest, out _);
        generations.Old.TryRemove(digest, out _);
    }

    private sealed record Generations(
        ConcurrentDictionary<TokenDigest, ValidatedToken> Young, ConcurrentDictionary<TokenDigest, ValidatedToken> Old);
}
