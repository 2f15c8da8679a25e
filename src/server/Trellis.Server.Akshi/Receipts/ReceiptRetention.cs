namespace Trellis.Server.Akshi.Receipts;

/// <summary>How long receipts are kept (contract, sections 5.2 and 5.8). Read when the server starts.</summary>
internal sealed class ReceiptRetention
{
    /// <summary>How long.</summary>
    /// <value>Default 365 days.</value>
    public TimeSpan Period { get; set; } = TimeSpan.FromDays(365);
}
