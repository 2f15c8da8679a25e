using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>
/// How much a person should think about a question, from 0.0 to 1.0 (contract, section 4.6): a weight for what is used, and more for what its
/// arguments hint at. It informs and decides nothing.
/// </summary>
internal static partial class ApprovalRisk
{
    private const double Financial = 0.7;
    private const double System = 0.5;
    private const double Communications = 0.4;
    private const double Data = 0.3;
    private const double Harmless = 0.1;

    private const double LargeAmount = 0.2;
    private const double NotableAmount = 0.1;
    private const double SensitivePlace = 0.15;
    private const double Destruction = 0.2;

    /// <summary>The score of an action, with two digits.</summary>
    /// <param name="capability">The capability or tool.</param>
    /// <param name="detail">What it is used for.</param>
    public static double Of(string capability, string detail)
    {
        var score = WeightOf(capability) + AmountIn(detail);
        if (SensitivePlaces().IsMatch(detail))
            score += SensitivePlace;
        if (DestructiveWords().IsMatch(detail))
            score += Destruction;
        return Math.Round(Math.Min(1, score), 2);
    }

    private static double WeightOf(string capability) => capability switch
    {
        "spend" => Financial,
        "a2a" or "mcp" => Communications,
        "http_fetch" or "filesystem" or "database" => Data,
        "inference" or "journal" => Harmless,
        _ when FinancialTools().IsMatch(capability) => Financial,
        _ when SystemTools().IsMatch(capability) => System,
        _ when CommunicationTools().IsMatch(capability) => Communications,
        _ => Data,
    };

    private static double AmountIn(string detail)
    {
        var largest = 0m;
        foreach (Match match in Amounts().Matches(detail))
        {
            if (decimal.TryParse(match.Groups["amount"].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount))
                largest = Math.Max(largest, amount);
        }

        return largest switch
        {
            >= 1000 => LargeAmount,
            >= 100 => NotableAmount,
            _ => 0,
        };
    }

    [GeneratedRegex(@"[$€£]\s?(?<amount>\d[\d,]{0,15}(?:\.\d{1,4})?)|\b(?<amount>\d[\d,]{0,15}(?:\.\d{1,4})?)\s?(?:usd|eur|gbp|dollars|euros)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"\.gov\b|\b(?:bank|paypal|stripe|payroll|payments?|billing|health|medical|admin|production|prod)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SensitivePlaces();

    [GeneratedRegex(@"\b(?:delete|drop|truncate|destroy|remove|wipe|format|revoke|terminate|shutdown|kill|overwrite|rm)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DestructiveWords();

    [GeneratedRegex("pay|transfer|spend|purchase|invoice|refund|charge|order", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FinancialTools();

    [GeneratedRegex("exec|shell|command|delete|deploy|install|system|restart", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SystemTools();

    [GeneratedRegex("send|mail|message|notify|publish|post|call", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CommunicationTools();
}
