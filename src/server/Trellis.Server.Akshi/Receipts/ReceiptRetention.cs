namespace Trellis.Server.Akshi.Receipts;

/// <summary>How long receipts are kept: <c>identity.audit_retention_days</c> (contract, section 5.2). Read when the server starts.</summary>
internal sealed class ReceiptRetention
{
    /// <summary>How long.</summary>
    /// <value>Default 365 days.</value>
    public TimeSpan Period { get; set; } = TimeSpan.FromDays(365);
}
