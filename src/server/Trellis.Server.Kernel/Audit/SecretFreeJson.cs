using System.Security.Cryptography;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// A caller's JSON as the store may keep it: canonical and without secrets; and the digest of what it was, by which it is known again
/// exactly.
/// </summary>
/// <param name="Text">Canonical JSON, secrets redacted.</param>
/// <param name="Digest">SHA-256 of the canonical JSON before redaction, lower-case hex.</param>
public readonly record struct SecretFreeJson(Utf8Text Text, string Digest)
{
    /// <summary>Redacts a JSON value.</summary>
    /// <param name="utf8Json">One JSON value in UTF-8.</param>
    /// <exception cref="System.Text.Json.JsonException">The input is not one well-formed JSON value.</exception>
    public static SecretFreeJson Of(ReadOnlySpan<byte> utf8Json)
    {
        using var canonical = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(utf8Json, canonical, filter: null);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical.WrittenSpan, digest);
        return new SecretFreeJson(new Utf8Text(WithoutSecrets(canonical.WrittenSpan)), Convert.ToHexStringLower(digest));
    }

    /// <summary>Returns the digest; the text may be long.</summary>
    public override string ToString() => Digest;

    // Most JSON has none and is not written again.
    private static byte[] WithoutSecrets(ReadOnlySpan<byte> canonical)
    {
        if (!SecretPatterns.MayOccurIn(canonical))
            return canonical.ToArray();

        using var redacted = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(canonical, redacted, SecretPatterns.Filter);
        return redacted.WrittenSpan.ToArray();
    }
}
