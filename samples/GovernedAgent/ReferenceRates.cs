using System.Collections.Frozen;

namespace Trellis.Samples.GovernedAgent;

/// <summary>What a unit of each currency is worth in euros. Fixed, so that a limit means the same on every run.</summary>
internal static class ReferenceRates
{
    private static readonly FrozenDictionary<string, decimal> Rates = new Dictionary<string, decimal>
    {
        ["EUR"] = 1m,
        ["USD"] = 0.92m,
        ["GBP"] = 1.17m,
        ["CHF"] = 1.04m,
        ["SEK"] = 0.088m,
        ["PLN"] = 0.23m,
        ["DKK"] = 0.134m,
    }.ToFrozenDictionary();

    public static bool Knows(string currency) => Rates.ContainsKey(currency);

    /// <summary>The amount in euros, to the cent.</summary>
    public static decimal ToEuros(decimal amount, string currency) => decimal.Round(amount * Rates[currency], 2, MidpointRounding.AwayFromZero);
}
