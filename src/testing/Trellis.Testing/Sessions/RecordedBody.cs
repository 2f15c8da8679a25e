using System.Text;
using System.Text.Unicode;

namespace Trellis.Testing;

/// <summary>A body in a session: as text, so that a person can read and review it, or in base 64 where it is not text.</summary>
internal sealed record RecordedBody(string? Text, string? Base64)
{
    /// <summary>Keeps a body without its secrets. Bytes that are not text are kept as they are.</summary>
    public static RecordedBody? Of(byte[] bytes, Redactor redactor) => bytes.Length == 0 ? null
        : Utf8.IsValid(bytes) ? new(redactor.RedactJson(Encoding.UTF8.GetString(bytes)), null)
        : new(null, Convert.ToBase64String(bytes));

    /// <summary>The body as it travels.</summary>
    public byte[] ToBytes() => Text is null ? Convert.FromBase64String(Base64 ?? "") : Encoding.UTF8.GetBytes(Text);
}
