namespace Trellis.Samples.GovernedAgent;

/// <summary>Somebody wants money back: a row of the file.</summary>
/// <param name="Id">The request.</param>
/// <param name="OrderId">The order that was paid for.</param>
/// <param name="CustomerId">Who paid.</param>
/// <param name="OrderedOn">When it was ordered.</param>
/// <param name="Paid">What was paid, in <paramref name="Currency"/>.</param>
/// <param name="Amount">What is wanted back, in <paramref name="Currency"/>.</param>
/// <param name="Currency">The currency of both, by its ISO 4217 code.</param>
/// <param name="Reason">Why, in a word of the shop's.</param>
/// <param name="Channel">How the request came.</param>
/// <param name="Destination">Where the money shall go.</param>
/// <param name="Flags">What others have noted about it.</param>
/// <param name="Note">In somebody's own words.</param>
internal sealed record RefundRequest(
    string Id,
    string OrderId,
    string CustomerId,
    DateOnly OrderedOn,
    decimal Paid,
    decimal Amount,
    string Currency,
    string Reason,
    string Channel,
    string Destination,
    IReadOnlyList<string> Flags,
    string Note)
{
    /// <summary>Someone noted that it looks like fraud.</summary>
    public const string FraudReview = "fraud_review";

    /// <summary>The amount in euros, which is what the policies speak of.</summary>
    public decimal Euros => ReferenceRates.ToEuros(Amount, Currency);
}
