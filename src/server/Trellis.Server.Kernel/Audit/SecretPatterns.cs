using System.Buffers;
using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Kernel.Audit;

/// <summary>What is taken for a secret in an audit record: by the name of a JSON member, and by the look of a text.</summary>
internal sealed class SecretPatterns : ICanonicalFilter
{
    /// <summary>What stands where a secret was.</summary>
    public const string Redacted = "***redacted***";

    private const int LongestOnStack = 1024;

    // The longest escape, \uXXXX: what it stands for may be no letter although it ends in one.
    private const int LongestEscape = 6;

    private static readonly string[] NameParts =
    [
        "secret", "token", "password", "passwd", "passphrase", "authorization", "credential", "cookie",
        "apikey", "api_key", "api-key", "api.key", "api key",
        "privatekey", "private_key", "private-key", "private.key", "private key",
    ];

    private static readonly SearchValues<string> Names = SearchValues.Create(NameParts, StringComparison.OrdinalIgnoreCase);

    private SecretPatterns()
    {
    }

    /// <summary>The filter for JSON.</summary>
    public static SecretPatterns Filter { get; } = new();

    /// <inheritdoc/>
    public string Mask => Redacted;

    /// <summary>Whether a canonical JSON text holds anything that deserves a closer look; most texts do not.</summary>
    public static bool MayOccurIn(ReadOnlySpan<byte> canonicalJson)
    {
        if (canonicalJson.Length <= LongestOnStack)
        {
            Span<char> text = stackalloc char[LongestOnStack];
            return MayOccurIn((ReadOnlySpan<char>)text[..Encoding.ASCII.GetChars(canonicalJson, text)]);
        }

        var rented = ArrayPool<char>.Shared.Rent(canonicalJson.Length);
        try
        {
            return MayOccurIn((ReadOnlySpan<char>)rented.AsSpan(0, Encoding.ASCII.GetChars(canonicalJson, rented)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <inheritdoc cref="MayOccurIn(ReadOnlySpan{byte})"/>
    public static bool MayOccurIn(ReadOnlySpan<char> canonicalJson)
    {
        if (canonicalJson.ContainsAny(Names))
            return true;

        for (var from = 0; SecretValues.IndexOfStart(canonicalJson[from..]) is var found and >= 0; from += found + 1)
        {
            if (BeginsWord(canonicalJson, from + found))
                return true;
        }

        return false;
    }

    /// <summary>Replaces what looks like a secret.</summary>
    public static string Redact(string text) => SecretValues.Replace(text, Redacted);

    /// <inheritdoc cref="Redact"/>
    public static string? RedactOrNull(string? text) => text is null ? null : Redact(text);

    /// <inheritdoc/>
    /// <remarks>Null and booleans tell nothing; a number under a name such as <c>max_tokens</c> is a count.</remarks>
    public bool Hides(string memberName, JsonTokenType valueType) => valueType switch
    {
        JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False => false,
        JsonTokenType.Number when memberName.EndsWith("tokens", StringComparison.OrdinalIgnoreCase) => false,
        _ => memberName.AsSpan().ContainsAny(Names),
    };

    /// <inheritdoc/>
    public string Rewrite(string text) => Redact(text);

    // As in SecretValues: "risk_score" holds no key that starts with "sk_".
    private static bool BeginsWord(ReadOnlySpan<char> json, int at) =>
        at == 0 || !char.IsAsciiLetterOrDigit(json[at - 1]) || json[Math.Max(0, at - LongestEscape)..at].Contains('\\');
}
