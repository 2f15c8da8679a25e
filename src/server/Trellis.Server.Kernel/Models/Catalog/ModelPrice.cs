namespace Trellis.Server.Kernel.Models;

/// <summary>
/// What a model's tokens cost. Prices are given in US dollars per million tokens, costs are whole nano-US-dollars
/// (<see cref="NanoUsdPerUsd"/> of them are a dollar), so that adding many small costs stays exact.
/// </summary>
public readonly record struct ModelPrice
{
    /// <summary>Nano-US-dollars in one US dollar.</summary>
    public const long NanoUsdPerUsd = 1_000_000_000;

    /// <summary>The highest price that is taken, in US dollars per million tokens.</summary>
    public const decimal Highest = 1_000_000;

    private const long TokensPerPrice = 1_000_000;

    private readonly long _inputNanoUsd;
    private readonly long _outputNanoUsd;

    /// <summary>Creates a price.</summary>
    /// <param name="inputPerMillion">US dollars per million prompt tokens, 0 to <see cref="Highest"/>, at most nine decimal places.</param>
    /// <param name="outputPerMillion">US dollars per million completion tokens, within the same limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is outside its limits.</exception>
    public ModelPrice(decimal inputPerMillion, decimal outputPerMillion)
    {
        _inputNanoUsd = ToNanoUsd(inputPerMillion, nameof(inputPerMillion));
        _outputNanoUsd = ToNanoUsd(outputPerMillion, nameof(outputPerMillion));
    }

    /// <summary>US dollars per million prompt tokens.</summary>
    public decimal InputPerMillion => (decimal)_inputNanoUsd / NanoUsdPerUsd;

    /// <summary>US dollars per million completion tokens.</summary>
    public decimal OutputPerMillion => (decimal)_outputNanoUsd / NanoUsdPerUsd;

    /// <summary>
    /// The cost of <paramref name="usage"/> in nano-US-dollars, rounded up to a whole one. A cost too large for the type is
    /// <see cref="long.MaxValue"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A token count is negative.</exception>
    public long Cost(TokenUsage usage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usage.PromptTokens);
        ArgumentOutOfRangeException.ThrowIfNegative(usage.CompletionTokens);

        // 2^63 tokens at the highest price, 10^15, stay far below 2^127.
        var total = ((Int128)usage.PromptTokens * _inputNanoUsd) + ((Int128)usage.CompletionTokens * _outputNanoUsd);
        var rounded = (total + (TokensPerPrice - 1)) / TokensPerPrice;
        return rounded > long.MaxValue ? long.MaxValue : (long)rounded;
    }

    /// <summary>True when <paramref name="perMillion"/> can be a price: within limits and without a tenth decimal place.</summary>
    internal static bool IsValid(decimal perMillion) =>
        perMillion is >= 0 and <= Highest && decimal.Truncate(perMillion * NanoUsdPerUsd) == perMillion * NanoUsdPerUsd;

    private static long ToNanoUsd(decimal perMillion, string parameter) =>
        IsValid(perMillion)
            ? (long)(perMillion * NanoUsdPerUsd)
            : throw new ArgumentOutOfRangeException(
                parameter, perMillion, $"A price is 0 to {Highest} US dollars per million tokens with at most nine decimal places.");
}
