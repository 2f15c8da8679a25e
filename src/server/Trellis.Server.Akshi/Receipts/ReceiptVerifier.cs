using Trellis.Server.Akshi.Nodes;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>Goes along a chain, receipt by receipt, and stops at the first that is wrong. Not safe for concurrent use.</summary>
/// <param name="ends">Where the chain begins and ends.</param>
internal sealed class ReceiptVerifier(ReceiptEnds ends)
{
    private readonly SortedSet<string> _signers = new(StringComparer.Ordinal);
    private long _last = ends.AnchorSeq;
    private string _lastHash = ends.AnchorHash;
    private string? _fault;

    /// <summary>The number that must come next.</summary>
    public long NextSeq => _last + 1;

    /// <summary>Checks the next receipt.</summary>
    /// <returns>False when it is wrong, and with it the chain.</returns>
    public bool Accept(Receipt receipt)
    {
        _fault = FaultOf(receipt);
        if (_fault is not null)
            return false;

        _signers.Add(receipt.Signer);
        (_last, _lastHash) = (receipt.Seq, receipt.Hash);
        return true;
    }

    /// <summary>What was found, once there are no more receipts.</summary>
    public ReceiptVerification Result()
    {
        // Receipts that came in the meantime are beyond the end that was read; those before it must be there.
        var fault = _fault ?? (_last < ends.Seq ? "it is missing" : null);
        return new ReceiptVerification(_last - ends.AnchorSeq, [.. _signers], fault is null ? null : NextSeq, fault);
    }

    private string? FaultOf(Receipt receipt) =>
        receipt.Seq != NextSeq ? "it is missing"
        : receipt.PrevHash != _lastHash ? "it does not follow the receipt before it"
        : receipt.Hash != receipt.ComputeHash() ? "its content is not what was hashed"
        : receipt.Seq == ends.Seq && receipt.Hash != ends.Hash ? "it is not the receipt that the chain ended with"
        : !NodeIdentity.IsSigned(receipt.Signer, receipt.Hash, receipt.Signature) ? "its signature is not good"
        : null;
}
