namespace Trellis.Server.Akshi.Nodes;

/// <summary>Names an Ed25519 key by itself: <c>did:key:z6Mk…</c> (contract, section 5.9).</summary>
/// <seealso href="https://w3c-ccg.github.io/did-key-spec/">did:key</seealso>
internal static class DidKey
{
    private const string Prefix = "did:key:z";
    private const int LongestDid = 128;

    // The multicodec of an Ed25519 public key, 0xed, as a varint.
    private static readonly byte[] Codec = [0xED, 0x01];

    /// <summary>The key in multibase: what a DID document has as <c>publicKeyMultibase</c>.</summary>
    public static string Multibase(ReadOnlySpan<byte> publicKey) => $"z{Base58.Encode([.. Codec, .. publicKey])}";

    /// <summary>The name of a key.</summary>
    public static string Of(ReadOnlySpan<byte> publicKey) => $"did:key:{Multibase(publicKey)}";

    /// <summary>The key that a name names; null when it is none of this kind.</summary>
    public static byte[]? TryRead(string did) =>
        did.Length <= LongestDid
        && did.StartsWith(Prefix, StringComparison.Ordinal)
        && Base58.TryDecode(did.AsSpan(Prefix.Length)) is { Length: Ed25519Key.PublicLength + 2 } bytes
        && bytes.AsSpan().StartsWith(Codec)
            ? bytes[Codec.Length..]
            : null;
}
