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
            Credential("owkai_"),
            Credential("ascend_"),
            Credential("whsec_"),

            // Elsewhere these two are the ends of words: risk_score, task_id.
            Credential("ask_", atWordStart: true),
            Credential("sk_", atWordStart: true),
            Credential("Bearer ", ignoresCase: true),
            .. RedactionRules.Default.Patterns,
        ],
        SafeHeaders = [.. RedactionRules.Default.SafeHeaders, "idempotency-replayed", "x-ratelimit-reset-after", "x-ratelimit-window"],
    };

    /// <summary>The redactor of <see cref="Rules"/>.</summary>
    public static Redactor Redactor { get; } = new(Rules);

    private static SecretPattern Credential(string prefix, bool ignoresCase = false, bool atWordStart = false) =>
        new(prefix) { Characters = SecretPattern.UrlSafe, KeepsPrefix = true, IgnoresCase = ignoresCase, AtWordStart = atWordStart };
}
