using System.Text;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>
/// The rules for keys (contract, section 6.3). Files are not kept under their keys, so none leads anywhere; what is refused is what the path
/// of an address could not carry, or what was meant to lead somewhere.
/// </summary>
internal static class FileKey
{
    private const int LongestBytes = 1024;

    /// <summary>The key as it is kept, without one slash at its beginning; null with the reason when it is none.</summary>
    public static string? Read(string text, out string reason)
    {
        var key = text.StartsWith('/') ? text[1..] : text;
        reason = Refuse(key) ?? "";
        return reason.Length == 0 ? key : null;
    }

    private static string? Refuse(string key)
    {
        if (key.Length == 0)
            return "must not be empty";
        if (!StorableText.IsValid(key) || key.Any(char.IsControl))
            return "must not hold control characters";
        if (Encoding.UTF8.GetByteCount(key) > LongestBytes)
            return $"must have at most {LongestBytes} bytes";
        return key.Split('/', '\\').Any(static segment => segment is "." or "..") ? "must not have a segment '.' or '..'" : null;
    }
}
