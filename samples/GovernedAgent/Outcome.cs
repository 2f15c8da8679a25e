namespace Trellis.Samples.GovernedAgent;

/// <summary>What became of a request.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="ActionId">The governed action; <see langword="null"/> when there is none.</param>
/// <param name="Note">Why.</param>
internal sealed record Outcome(RefundRequest Request, Ending Ending, string? ActionId = null, string? Note = null);
