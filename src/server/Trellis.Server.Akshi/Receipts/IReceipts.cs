using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>Where the use of capabilities is attested (contract, section 5.8). Safe for concurrent use.</summary>
internal interface IReceipts
{
    /// <summary>
    /// Appends a receipt and its record on the audit chain, in the caller's transaction. Call it after all other work but the appending of
    /// audit records: it locks both chains until the transaction ends, and everybody locks them in this order.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="organisationId">Whose runtime.</param>
    /// <param name="receipt">What is attested.</param>
    ValueTask<Receipt> AppendAsync(ISqlSession session, long organisationId, NewReceipt receipt);

    /// <summary>Appends a receipt by itself, durably.</summary>
    /// <exception cref="StoreException">The store failed; nothing is appended.</exception>
    ValueTask<Receipt> AppendAsync(NewReceipt receipt, CancellationToken cancellationToken);
}
