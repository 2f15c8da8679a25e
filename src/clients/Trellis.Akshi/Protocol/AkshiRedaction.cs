namespace Trellis.Akshi;

/// <summary>What a secret of Akshi looks like. Contract sections 1.1, 6 and 7.</summary>
public static class AkshiRedaction
{
    // A shorter text is no secret, and masking it would make messages unreadable.
    private const int ShortestToken = 4;

    /// <summary>
    /// The rules: bearer credentials keep their prefix in front of the mask. The runtime's token may be any text, so that only exceptions
    /// of the client that sent it can mask it by its look. Use the rules for the application's own logs:
    /// <c>logging.AddTrellisJson(o => o.Redactor = AkshiRedaction.Redactor)</c>.
    /// </summary>
    public static RedactionRules Rules { get; } = RedactionRules.Default with
    {
        Names = [.. RedactionRules.Default.Names, "csrf_token", "x-akshi-csrf", "akshi_csrf", "akshi_dashboard_token", "cookie", "set-cookie"],
        NameFragments = ["password", "apikey", "api_key", "api-key", "authorization", "credential", "private_key"],
        Patterns =
        [
            new SecretPattern("Bearer ") { Characters = SecretPattern.UrlSafe, KeepsPrefix = true, IgnoresCase = true },
            .. RedactionRules.Default.Patterns,
        ],
    };

    /// <summary>The redactor of <see cref="Rules"/>.</summary>
    public static Redactor Redactor { get; } = new(Rules);

    /// <summary>A redactor that also masks this token, as it is and as it stands in an address.</summary>
    internal static Redactor For(Secret? token)
    {
        if (token?.Reveal() is not { Length: >= ShortestToken } text)
        {
            return Redactor;
        }

        return new(Rules with { Patterns = [.. Forms(text).Select(Literal), .. Rules.Patterns] });
    }

    private static IEnumerable<string> Forms(string token)
    {
        yield return token;
        var escaped = Uri.EscapeDataString(token);
        if (escaped != token)
        {
            yield return escaped;
        }
    }

    private static SecretPattern Literal(string text) => new(text[..^1]) { Characters = text[^1..] };
}
