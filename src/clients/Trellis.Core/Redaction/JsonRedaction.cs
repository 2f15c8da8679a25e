using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis;

/// <summary>
/// Masks secrets in JSON by cutting them out of the text: what is not secret keeps its order, its blanks and the way its numbers and
/// strings are written.
/// </summary>
internal sealed class JsonRedaction(Redactor redactor)
{
    // Deeper than any sane document; what lies beyond is treated as damaged.
    private const int MaxDepth = 512;

    public string Redact(string json)
    {
        if (json.AsSpan().TrimStart() is not ['{' or '[' or '"', ..]) return redactor.Redact(json);
        var source = Encoding.UTF8.GetBytes(json);
        var output = new Splicer(source);
        var read = Walk(source, ref output, out var awaitsSecret);
        var rest = Encoding.UTF8.GetString(source.AsSpan(read));
        if (!string.IsNullOrWhiteSpace(rest)) output.Replace(read, source.Length, RedactRest(rest, awaitsSecret));
        return output.Finish() ?? json;
    }

    public JsonElement Redact(JsonElement element)
    {
        var text = element.GetRawText();
        var redacted = Redact(text);
        if (ReferenceEquals(text, redacted)) return element.Clone();
        try
        {
            using var document = JsonDocument.Parse(redacted, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            using var mask = JsonDocument.Parse(Quote(redactor.Rules.Mask));
            return mask.RootElement.Clone();
        }
    }

    /// <summary>Reads as far as the JSON is whole, and returns how far that was.</summary>
    private int Walk(ReadOnlySpan<byte> source, ref Splicer output, out bool awaitsSecret)
    {
        // Not the final block: a document that was cut off then ends the walk, instead of failing it.
        var reader = new Utf8JsonReader(source, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        var read = 0;
        awaitsSecret = false;
        try
        {
            while (reader.Read())
            {
                if (awaitsSecret && reader.TokenType != JsonTokenType.Null)
                {
                    var start = (int)reader.TokenStartIndex;
                    if (!reader.TrySkip()) return start;
                    output.Replace(start, (int)reader.BytesConsumed, Quote(redactor.Rules.Mask));
                    awaitsSecret = false;
                }
                else if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                {
                    var isName = reader.TokenType == JsonTokenType.PropertyName;
                    var text = reader.GetString()!;
                    awaitsSecret = isName && redactor.IsSecretName(text);
                    RedactText(ref reader, text, ref output);
                }
                else
                {
                    awaitsSecret = false;
                }

                read = (int)reader.BytesConsumed;
            }
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string escapes half of a surrogate pair.
            return read;
        }

        return read;
    }

    private void RedactText(ref Utf8JsonReader reader, string text, ref Splicer output)
    {
        var redacted = redactor.Redact(text);
        if (ReferenceEquals(redacted, text)) return;
        var start = (int)reader.TokenStartIndex;
        output.Replace(start, start + reader.ValueSpan.Length + 2, Quote(redacted));
    }

    // An escape could spell a secret name in a way that a search does not see.
    private string RedactRest(string rest, bool awaitsSecret) =>
        awaitsSecret || rest.Contains("\\u", StringComparison.Ordinal) || redactor.MentionsSecretName(rest)
            ? redactor.Rules.Mask
            : redactor.Redact(rest);

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The source with some of its parts replaced.</summary>
    private ref struct Splicer(ReadOnlySpan<byte> source)
    {
        private readonly ReadOnlySpan<byte> _source = source;
        private ArrayBufferWriter<byte>? _output;
        private int _copied;

        public void Replace(int start, int end, string replacement)
        {
            _output ??= new ArrayBufferWriter<byte>(_source.Length + replacement.Length);
            _output.Write(_source[_copied..start]);
            Encoding.UTF8.GetBytes(replacement, _output);
            _copied = end;
        }

        /// <summary>The changed text, or null when nothing was replaced.</summary>
        public readonly string? Finish()
        {
            if (_output is null) return null;
            _output.Write(_source[_copied..]);
            return Encoding.UTF8.GetString(_output.WrittenSpan);
        }
    }
}
