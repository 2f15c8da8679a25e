using System.Globalization;
using System.Text.Json;
using Trellis.Server.Ascend.Actions;

namespace Trellis.Server.Ascend.Rules;

/// <summary>The amount of money that an action is about.</summary>
internal static class StatedAmount
{
    private const NumberStyles MoneyStyle =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent;

    /// <summary>
    /// The largest of <c>amount</c> in the parameters, <c>amount</c> in the context and <c>amount_threshold</c> of the indicators; null when
    /// none is there. An amount that cannot be understood counts as larger than every limit: no rule is passed by writing nonsense.
    /// </summary>
    public static decimal? Of(ProposedAction action)
    {
        var amount = Larger(In(action.Details), In(action.Context));
        return action.Indicators.AmountThreshold is { } text ? Larger(amount, Read(text)) : amount;
    }

    private static decimal? In(JsonElement owner)
    {
        if (owner.ValueKind is not JsonValueKind.Object || !owner.TryGetProperty("amount"u8, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => JsonNumbers.Read(value),
            JsonValueKind.String when JsonTexts.TryRead(value, out var text) => Read(text),
            _ => decimal.MaxValue,
        };
    }

    private static decimal Read(string text) =>
        decimal.TryParse(text.AsSpan().Trim().TrimStart("$€£¥"), MoneyStyle, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : decimal.MaxValue;

    private static decimal? Larger(decimal? one, decimal? other) => one is null || other > one ? other : one;
}
