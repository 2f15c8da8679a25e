using Microsoft.Extensions.Hosting;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Chat;

/// <summary>Frees, before the server listens, what it had reserved when it last ended: none of those chats runs any more.</summary>
internal sealed class AbandonedReservations(IStore store, ServerIdentity server) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        await store.WriteAsync(session => ReservationTable.RemoveOfServerAsync(session, server.Id), cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
