using Trellis.Server.Kernel.Identity;

namespace Trellis.Server.Askii.Keys;

/// <summary>The module's own ids of keys.</summary>
internal static class KeyId
{
    private const int Length = 24;

    /// <summary>
    /// The id of a key: the first 96 bits of its hash. The key has 256 random bits, so that nobody can go back from its hash, or from a part
    /// of it, to the key.
    /// </summary>
    public static string Of(MintedApiKey key) => string.Concat("key_", key.Hash.AsSpan(0, Length));
}
