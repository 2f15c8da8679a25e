namespace Trellis.Server.Akshi.Receipts;

/// <summary>What receipts are given for (contract, section 5.8).</summary>
internal static class ReceiptKinds
{
    public const string Inference = "inference";
    public const string Http = "http";
    public const string Journal = "journal";
    public const string Message = "a2a";
    public const string Approval = "approval";
    public const string Spend = "spend";
    public const string Denial = "denial";
}
