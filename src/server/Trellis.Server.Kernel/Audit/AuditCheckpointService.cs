using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>Writes checkpoints while the server runs, and a last one when it stops in good order.</summary>
internal sealed class AuditCheckpointService(
    AuditCheckpoints checkpoints, AuditCheckpointSignal signal, AuditOptions options, ILogger<AuditCheckpointService> logger) : BackgroundService
{
    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(records: 1, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(stoppingToken);
            await WriteAsync(options.CheckpointInterval, stoppingToken);
        }
    }

    // A checkpoint that cannot be written now is made up for by the next one, which vouches for all records before it.
    private async Task WriteAsync(long records, CancellationToken cancellationToken)
    {
        try
        {
            await checkpoints.WriteAsync(records, cancellationToken);
        }
        catch (Exception exception) when (exception is StoreException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            AuditCheckpointLog.NotWritten(logger, exception);
        }
    }
}
