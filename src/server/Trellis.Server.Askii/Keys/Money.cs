using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Keys;

/// <summary>Converts between the nano-US-dollars of the store and the US dollars of the wire.</summary>
internal static class Money
{
    /// <summary>The largest budget, in US dollars: in nano-US-dollars it fits the store with room to add.</summary>
    public const decimal LargestBudget = 1_000_000_000;

    /// <summary>Nano-US-dollars of an amount; a finer part is cut off.</summary>
    public static long ToNanoUsd(decimal usd) => (long)(usd * ModelPrice.NanoUsdPerUsd);

    /// <summary>US dollars of an amount.</summary>
    public static decimal ToUsd(long nanoUsd) => (decimal)nanoUsd / ModelPrice.NanoUsdPerUsd;
}
