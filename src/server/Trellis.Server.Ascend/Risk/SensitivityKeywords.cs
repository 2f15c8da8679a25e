using System.Buffers;

namespace Trellis.Server.Ascend.Risk;

/// <summary>Finds the keywords of contract, section 6.2, in what names an action's object.</summary>
/// <remarks>
/// Keywords count anywhere in a text, also inside a longer word. Those of three letters count as words only: as parts of words they are
/// everywhere (<c>ein</c> in <c>being</c>, <c>dob</c> in <c>adobe</c>).
/// </remarks>
internal static class SensitivityKeywords
{
    private static readonly string[] HighParts =
    [
        "social_security", "credit_card", "card_number", "password", "credential", "secret", "api_key", "private_key", "token", "financial",
        "payment", "billing", "bank_account", "routing_number", "passport", "drivers_license", "national_id", "tax_id",
    ];

    private static readonly string[] CustomerParts =
    [
        "email", "phone", "address", "name", "date_of_birth", "customer", "user", "patient", "employee", "personal", "birthdate", "zip_code",
        "postal_code", "ip_address",
    ];

    private static readonly string[] BusinessParts =
    [
        "proprietary", "confidential", "internal", "strategic", "revenue", "profit", "contract", "trade_secret", "competitive", "acquisition",
        "merger", "salary", "compensation",
    ];

    private static readonly string[] HighWords = ["ssn", "cvv", "cvc", "ein"];
    private static readonly string[] CustomerWords = ["dob", "pii"];
    private static readonly string[] SyntheticParts = ["test_data", "synthetic", "dummy_data", "mock_data", "sample_data"];

    // One search per group: a search for all of them at once has so many beginnings to look for that it takes four times as long.
    private static readonly SearchValues<string> High = Of(HighParts);
    private static readonly SearchValues<string> Customer = Of(CustomerParts);
    private static readonly SearchValues<string> Business = Of(BusinessParts);
    private static readonly SearchValues<string> HighAlone = Of(HighWords);
    private static readonly SearchValues<string> CustomerAlone = Of(CustomerWords);
    private static readonly SearchValues<string> Synthetic = Of(SyntheticParts);

    /// <summary>The most sensitive group that occurs.</summary>
    public static SensitivityKeyword Find(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(High) || ContainsWord(text, HighAlone))
            return SensitivityKeyword.High;
        if (text.ContainsAny(Customer) || ContainsWord(text, CustomerAlone))
            return SensitivityKeyword.Customer;
        return text.ContainsAny(Business) ? SensitivityKeyword.Business : SensitivityKeyword.None;
    }

    /// <summary>Whether a text says that the data are made up.</summary>
    public static bool SaysSynthetic(ReadOnlySpan<char> text) => text.ContainsAny(Synthetic);

    private static SearchValues<string> Of(string[] words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static bool ContainsWord(ReadOnlySpan<char> text, SearchValues<string> words)
    {
        const int Length = 3;
        while (text.IndexOfAny(words) is >= 0 and var at)
        {
            if (StartsWord(text, at) && EndsWord(text, at + Length))
                return true;
            text = text[(at + 1)..];
        }

        return false;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int at) =>
        at == 0 || !char.IsLetter(text[at - 1]) || (char.IsLower(text[at - 1]) && char.IsUpper(text[at]));

    private static bool EndsWord(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] is 's' or 'S')
            at++;
        return at == text.Length || !char.IsLetter(text[at]) || (char.IsUpper(text[at]) && char.IsLower(text[at - 1]));
    }
}
