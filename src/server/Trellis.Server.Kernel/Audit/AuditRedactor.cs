using System.Text;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>Brings what a caller gave into the form that is hashed and stored: without secrets, storable on every engine.</summary>
internal static class AuditRedactor
{
    /// <summary>Redacts a field of a record.</summary>
    public static string Text(string text) => SecretPatterns.Redact(StorableText.IsValid(text) ? text : MakeStorable(text));

    /// <summary>Redacts a field of a record that may be null.</summary>
    public static string? TextOrNull(string? text) => text is null ? null : Text(text);

    /// <summary>Redacts JSON and returns its canonical form.</summary>
    /// <exception cref="System.Text.Json.JsonException">The input is not one well-formed JSON value.</exception>
    public static string Json(ReadOnlySpan<byte> utf8Json)
    {
        using var output = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(utf8Json, output, filter: null);
        return Canonical(output);
    }

    /// <summary>The text of canonical JSON without its secrets. Most JSON has none and is not written again.</summary>
    public static string Canonical(CanonicalBuffer canonical)
    {
        var text = Encoding.ASCII.GetString(canonical.WrittenSpan);
        if (!SecretPatterns.MayOccurIn(text))
            return text;

        using var redacted = CanonicalBuffer.Rent();
        CanonicalJsonEmitter.Emit(canonical.WrittenSpan, redacted, SecretPatterns.Filter);
        return Encoding.ASCII.GetString(redacted.WrittenSpan);
    }

    private static string MakeStorable(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            storable.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return storable.ToString();
    }
}
