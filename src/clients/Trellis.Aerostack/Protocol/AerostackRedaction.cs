namespace Trellis.Aerostack;

/// <summary>What a secret of Aerostack looks like. Contract section 1.2.</summary>
public static class AerostackRedaction
{
    /// <summary>
    /// The rules: project and consumer keys keep their prefix in front of the mask, and so does a bearer credential. Use them for the
    /// application's own logs: <c>logging.AddTrellisJson(o => o.Redactor = AerostackRedaction.Redactor)</c>.
    /// </summary>
    public static RedactionRules Rules { get; } = RedactionRules.Default with
    {
        Names = [.. RedactionRules.Default.Names, "turnstileToken", "x-aerostack-key", "aerostackKey", "consumerKey"],
        NameFragments = ["password", "secret", "apikey", "api_key", "api-key", "authorization", "credential", "private_key"],
        Patterns =
        [
            Credential("ac_secret_"),

            // Elsewhere these two are the ends of words: task_test_1.
            Credential("ask_live_", atWordStart: true),
            Credential("ask_test_", atWordStart: true),
            Credential("Bearer ", ignoresCase: true),
            Credential("aerostack-key."),
            .. RedactionRules.Default.Patterns,
        ],
    };

    /// <summary>The redactor of <see cref="Rules"/>.</summary>
    public static Redactor Redactor { get; } = new(Rules);

    private static SecretPattern Credential(string prefix, bool ignoresCase = false, bool atWordStart = false) =>
        new(prefix) { Characters = SecretPattern.UrlSafe, KeepsPrefix = true, IgnoresCase = ignoresCase, AtWordStart = atWordStart };
}
