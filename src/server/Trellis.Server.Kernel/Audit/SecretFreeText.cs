namespace Trellis.Server.Kernel.Audit;

/// <summary>Text from outside as it may be kept and shown.</summary>
public static class SecretFreeText
{
    /// <summary>
    /// Replaces what looks like a secret (keys, tokens, bearer credentials) and what no engine can store (U+0000, half a surrogate pair).
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AuditRedactor.Text(text);
    }
}
