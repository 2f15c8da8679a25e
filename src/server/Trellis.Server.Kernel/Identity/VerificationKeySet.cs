using System.Collections.Frozen;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The keys of an issuer at one moment. What was concluded from a set holds as long as the same object is current.</summary>
internal sealed class VerificationKeySet(IEnumerable<VerificationKey> keys)
{
    private readonly FrozenDictionary<string, VerificationKey> _byId =
        keys.DistinctBy(static key => key.Key.Kid).ToFrozenDictionary(static key => key.Key.Kid);

    public VerificationKey? Find(string keyId) => _byId.GetValueOrDefault(keyId);

    public bool HasSameKeys(VerificationKeySet other) =>
        _byId.Count == other._byId.Count
        && _byId.Values.All(key => other.Find(key.Key.Kid) is { } twin && twin.Fingerprint == key.Fingerprint && twin.ValidUntil == key.ValidUntil);
}
