using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Ascend;

/// <summary>For receivers of webhooks: tells whether a delivery comes from whoever has the secret. Contract section 5.3.</summary>
public static class AscendWebhook
{
    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "X-ASCEND-Signature";

    /// <summary>The header with the time of the delivery, in Unix seconds.</summary>
    public const string TimestampHeader = "X-ASCEND-Timestamp";

    /// <summary>The header with the event's name.</summary>
    public const string EventTypeHeader = "X-ASCEND-Event-Type";

    /// <summary>The header with the delivery's id.</summary>
    public const string DeliveryIdHeader = "X-ASCEND-Delivery-ID";

    private const int MaxTimestampLength = 20;

    /// <summary>
    /// Verifies a delivery: the signature over timestamp and body, compared in constant time, the age, and whether it came before. Take
    /// the body as it arrived, before anything parses it: JSON that was read and written again is other bytes.
    /// </summary>
    /// <param name="body">The raw body.</param>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>: <c>sha256=</c> or <c>v1=</c> and 64 hexadecimal digits.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>.</param>
    /// <param name="secret">The webhook's secret.</param>
    /// <param name="deliveryId">The value of <see cref="DeliveryIdHeader"/>, for the <see cref="WebhookVerificationOptions.ReplayGuard"/>.</param>
    /// <param name="options">How to judge; <see langword="null"/> for the defaults.</param>
    /// <returns><see cref="WebhookVerdict.Genuine"/>, or why not.</returns>
    public static WebhookVerdict Verify(
        ReadOnlySpan<byte> body, string? signature, string? timestamp, Secret secret, string? deliveryId = null, WebhookVerificationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.IsEmpty)
        {
            throw new ArgumentException("The secret must not be empty: everybody knows that one.", nameof(secret));
        }

        options ??= new WebhookVerificationOptions();
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!TryReadSignature(signature, given))
        {
            return WebhookVerdict.SignatureMissing;
        }

        var verdict = Judge(body, given, timestamp, secret, options);
        return verdict == WebhookVerdict.Genuine && options.ReplayGuard?.TryRemember(deliveryId, Convert.ToHexString(given)) == false
            ? WebhookVerdict.Replayed
            : verdict;
    }

    private static WebhookVerdict Judge(
        ReadOnlySpan<byte> body, ReadOnlySpan<byte> given, string? timestamp, Secret secret, WebhookVerificationOptions options)
    {
        var key = Encoding.UTF8.GetBytes(secret.Reveal());
        if (options.AcceptBodyOnlySignature && Matches(key, body, given))
        {
            return WebhookVerdict.Genuine;
        }

        if (!TryReadTimestamp(timestamp, out var seconds))
        {
            return WebhookVerdict.TimestampMissing;
        }

        using var signed = new PooledBuffer(MaxTimestampLength + 1 + body.Length);
        Encoding.UTF8.GetBytes(timestamp!, signed);
        signed.Write("."u8);
        signed.Write(body);
        if (!Matches(key, signed.Span, given))
        {
            return WebhookVerdict.SignatureWrong;
        }

        var age = Math.Abs(options.TimeProvider.GetUtcNow().ToUnixTimeSeconds() - seconds);
        return age <= options.Tolerance.TotalSeconds ? WebhookVerdict.Genuine : WebhookVerdict.TimestampStale;
    }

    private static bool Matches(byte[] key, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, signed, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    private static bool TryReadSignature(string? header, Span<byte> signature)
    {
        var text = header.AsSpan().Trim();
        foreach (var scheme in (ReadOnlySpan<string>)["sha256=", "v1="])
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return TryReadHex(text[scheme.Length..], signature);
            }
        }

        return false;
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, Span<byte> bytes)
    {
        if (digits.Length != 2 * bytes.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(digits.Slice(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadTimestamp(string? text, out long seconds)
    {
        seconds = 0;
        return text is { Length: <= MaxTimestampLength }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    }
}
