using Microsoft.Extensions.Hosting;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>Removes receipts beyond their time when the server starts (contract, section 5.8).</summary>
internal sealed class ReceiptPruning(ReceiptBook book, ReceiptRetention retention, TimeProvider time) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        await book.PruneAsync(time.GetUtcNow() - retention.Period, cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
