using Trellis.Server.Ascend.Rules.Patterns;

namespace Trellis.Server.Ascend.Rules.Indexing;

/// <summary>
/// Which keys a rule can be filed under. A rule is filed under a set of keys of which every action that satisfies it has at least one; the
/// conditions of a rule offer several such sets, and the index takes the one that the fewest other rules share.
/// </summary>
internal abstract class IndexKeys
{
    /// <summary>No such set: the rule may be satisfied by actions that have nothing in common.</summary>
    public static IndexKeys None { get; } = new NoKeys();

    /// <summary>An action has at least one of these keys.</summary>
    public static IndexKeys AnyOf(IReadOnlyList<IndexKey> keys) => new KeySet(keys);

    /// <summary>An action has a field that matches one of some patterns.</summary>
    public static IndexKeys Of(RuleField field, IReadOnlyList<TextPattern> patterns)
    {
        var keys = new IndexKey[patterns.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            if (IndexKey.Of(field, patterns[index]) is not { } key)
                return None;
            keys[index] = key;
        }

        return AnyOf(keys);
    }

    /// <summary>All of these hold, so that one of them suffices.</summary>
    public static IndexKeys All(IReadOnlyList<IndexKeys> parts) => new AllKeys(parts);

    /// <summary>One of these holds, so that all of them are needed.</summary>
    public static IndexKeys Any(IReadOnlyList<IndexKeys> parts) => new AnyKeys(parts);

    /// <summary>Counts every key that could be used.</summary>
    public abstract void CountIn(Dictionary<IndexKey, int> census);

    /// <summary>The set that the fewest rules share; null when there is none.</summary>
    /// <param name="census">How many rules could use a key.</param>
    /// <param name="cost">How many rules share the set.</param>
    public abstract IReadOnlyList<IndexKey>? Rarest(IReadOnlyDictionary<IndexKey, int> census, out long cost);

    private sealed class NoKeys : IndexKeys
    {
        public override void CountIn(Dictionary<IndexKey, int> census)
        {
        }

        public override IReadOnlyList<IndexKey>? Rarest(IReadOnlyDictionary<IndexKey, int> census, out long cost)
        {
            cost = long.MaxValue;
            return null;
        }
    }

    private sealed class KeySet(IReadOnlyList<IndexKey> keys) : IndexKeys
    {
        public override void CountIn(Dictionary<IndexKey, int> census)
        {
            foreach (var key in keys)
                census[key] = census.GetValueOrDefault(key) + 1;
        }

        public override IReadOnlyList<IndexKey> Rarest(IReadOnlyDictionary<IndexKey, int> census, out long cost)
        {
            cost = keys.Sum(key => (long)census[key]);
            return keys;
        }
    }

    private sealed class AllKeys(IReadOnlyList<IndexKeys> parts) : IndexKeys
    {
        public override void CountIn(Dictionary<IndexKey, int> census)
        {
            foreach (var part in parts)
                part.CountIn(census);
        }

        public override IReadOnlyList<IndexKey>? Rarest(IReadOnlyDictionary<IndexKey, int> census, out long cost)
        {
            IReadOnlyList<IndexKey>? rarest = null;
            cost = long.MaxValue;
            foreach (var part in parts)
            {
                if (part.Rarest(census, out var partCost) is { } keys && partCost < cost)
                    (rarest, cost) = (keys, partCost);
            }

            return rarest;
        }
    }

    private sealed class AnyKeys(IReadOnlyList<IndexKeys> parts) : IndexKeys
    {
        public override void CountIn(Dictionary<IndexKey, int> census)
        {
            foreach (var part in parts)
                part.CountIn(census);
        }

        public override IReadOnlyList<IndexKey>? Rarest(IReadOnlyDictionary<IndexKey, int> census, out long cost)
        {
            var union = new List<IndexKey>();
            cost = 0;
            foreach (var part in parts)
            {
                if (part.Rarest(census, out var partCost) is not { } keys)
                {
                    cost = long.MaxValue;
                    return null;
                }

                union.AddRange(keys);
                cost += partCost;
            }

            return union;
        }
    }
}
