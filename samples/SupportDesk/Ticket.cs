namespace Trellis.Samples.SupportDesk;

/// <summary>What a customer wants.</summary>
/// <param name="Id">The ticket's number.</param>
/// <param name="OpenedAt">When it came, as ISO 8601 in UTC.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="Plan">What the customer pays for.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Priority"><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</param>
/// <param name="Subject">In a few words.</param>
/// <param name="Body">In the customer's own.</param>
internal sealed record Ticket(
    string Id, string OpenedAt, string Customer, string Plan, string Channel, string Priority, string Subject, string Body);
