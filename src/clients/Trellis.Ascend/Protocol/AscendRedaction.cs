namespace Trellis.Ascend;

/// <summary>What a secret of ASCEND looks like. Contract section 7.</summary>
public static class AscendRedaction
{
    private const string Mask = "****";

    /// <summary>
    /// The rules: credentials keep their prefix in front of the mask, and a field is secret when its name contains one of eight words, in
    /// any case. Use them for the application's own logs: <c>logging.AddTrellisJson(o => o.Redactor = AscendRedaction.Redactor)</c>.
    /// </summary>
    public static RedactionRules Rules { get; } = RedactionRules.Default with
    {
        Mask = Mask,
        NameFragments = ["secret", "token", "password", "apikey", "api_key", "api-key", "authorization", "credential", "private_key"],
        Patterns =
        [
            .. new[] { "owkai_", "ascend_", "ask_", "sk_", "whsec_" }.Select(static prefix => Credential(prefix)),
            Credential("Bearer ", ignoresCase: true),
            .. RedactionRules.Default.Patterns,
        ],
    };

    /// <summary>The redactor of <see cref="Rules"/>.</summary>
    public static Redactor Redactor { get; } = new(Rules);

    private static SecretPattern Credential(string prefix, bool ignoresCase = false) =>
        new(prefix) { Characters = SecretPattern.UrlSafe, KeepsPrefix = true, IgnoresCase = ignoresCase };
}
