using System.Text;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>Brings what a caller gave into the form that is hashed and stored: without secrets, storable on every engine.</summary>
internal static class AuditRedactor
{
    /// <summary>Text that every engine stores, without secrets.</summary>
    public static string Text(string text) => SecretPatterns.Redact(Storable(text));

    /// <summary>Text that every engine stores: what none can store becomes U+FFFD.</summary>
    public static string Storable(string text) => StorableText.IsValid(text) ? text : MakeStorable(text);

    /// <inheritdoc cref="Storable"/>
    public static string? StorableOrNull(string? text) => text is null ? null : Storable(text);

    /// <summary>The canonical form of JSON.</summary>
    /// <exception cref="System.Text.Json.JsonException">The input is not one well-formed JSON value.</exception>
    public static string Canonical(ReadOnlySpan<byte> utf8Json)
    {
        using var output = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(utf8Json, output, filter: null);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    /// <summary>Canonical JSON without its secrets, in canonical form.</summary>
    public static string WithoutSecrets(string canonicalJson)
    {
        using var output = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(Encoding.ASCII.GetBytes(canonicalJson), output, SecretPatterns.Filter);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    private static string MakeStorable(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            storable.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return storable.ToString();
    }
}
