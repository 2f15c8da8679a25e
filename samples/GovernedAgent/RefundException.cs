namespace Trellis.Samples.GovernedAgent;

/// <summary>An allowed refund could not be carried out.</summary>
internal sealed class RefundException(string message) : Exception(message);
