using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Signing;

/// <summary>
/// The signature of a request: HMAC-SHA256 over its timestamp, a dot and its body. The Python form, <c>v1=</c>, signs the canonical JSON of
/// the body, so that the order of its members does not matter; the Node form, bare hex, signs its bytes (contract, section 1.5).
/// </summary>
internal sealed class RequestSignature
{
    /// <summary>The header.</summary>
    public const string Header = "X-Signature";

    private const string PythonPrefix = "v1=";
    private const string PythonTimestamp = "X-Request-Timestamp";
    private const string NodeTimestamp = "X-Timestamp";

    private readonly bool _isCanonical;
    private readonly string _timestamp;

    private RequestSignature(string hex, bool isCanonical, string timestamp) => (Hex, _isCanonical, _timestamp) = (hex, isCanonical, timestamp);

    /// <summary>The signature itself, in lower-case hex.</summary>
    public string Hex { get; }

    /// <summary>When it was made; null when that cannot be read.</summary>
    public DateTimeOffset? MadeAt => WireTime.TryParse(_timestamp, out var time) ? time : null;

    /// <summary>The signature of a request; null when it has none.</summary>
    public static RequestSignature? Of(IHeaderDictionary headers)
    {
        if (headers[Header] is not [{ Length: > 0 } value])
            return null;

        var isCanonical = value.StartsWith(PythonPrefix, StringComparison.Ordinal);
        return new(
            isCanonical ? value[PythonPrefix.Length..] : value,
            isCanonical,
            headers[isCanonical ? PythonTimestamp : NodeTimestamp].ToString());
    }

    /// <summary>Whether the signature is that of the body.</summary>
    /// <param name="secret">The organisation's secret.</param>
    /// <param name="body">The body as it came.</param>
    public bool IsOf(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> body)
    {
        try
        {
            var signed = _isCanonical ? CanonicalJson.Canonicalize(body) : body;
            using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
            hash.AppendData(Encoding.UTF8.GetBytes(_timestamp));
            hash.AppendData("."u8);
            hash.AppendData(signed);
            var expected = Convert.ToHexStringLower(hash.GetHashAndReset());
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(Hex));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
