using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trellis.Server.Kernel.Passwords;

/// <summary>
/// A stored password: <c>$pbkdf2-sha256$i=600000$SALT$HASH</c>, the salt and the hash in base64url, in the manner of the PHC string format
/// (https://github.com/P-H-C/phc-string-format).
/// </summary>
internal sealed class PasswordHash(int iterations, byte[] salt, byte[] hash)
{
    public const int SaltLength = 16;
    public const int HashLength = 32;

    private const string Algorithm = "pbkdf2-sha256";
    private const string IterationsMember = "i=";
    private const int PartCount = 5;

    public int Iterations => iterations;

    public byte[] Salt => salt;

    public byte[] Hash => hash;

    public static bool TryParse(string text, [NotNullWhen(true)] out PasswordHash? parsed)
    {
        parsed = null;
        var parts = text.Split('$');
        if (parts.Length != PartCount
            || parts[0].Length > 0
            || parts[1] != Algorithm
            || !parts[2].StartsWith(IterationsMember, StringComparison.Ordinal)
            || !int.TryParse(parts[2].AsSpan(IterationsMember.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            || iterations < 1
            || !TryDecode(parts[3], SaltLength, out var salt)
            || !TryDecode(parts[4], HashLength, out var hash))
        {
            return false;
        }

        parsed = new PasswordHash(iterations, salt, hash);
        return true;
    }

    /// <summary>The text that is stored. Not <c>ToString</c>, which ends up in logs.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"${Algorithm}${IterationsMember}{iterations}${Base64Url.EncodeToString(salt)}${Base64Url.EncodeToString(hash)}");

    private static bool TryDecode(string text, int length, out byte[] bytes)
    {
        bytes = [];
        if (!Base64Url.IsValid(text, out var decoded) || decoded != length)
            return false;

        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }
}
