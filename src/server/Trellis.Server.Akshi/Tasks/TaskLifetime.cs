using Microsoft.Extensions.Hosting;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>Tasks that ran when the server ended have failed (contract, section 4.7).</summary>
internal sealed class TaskLifetime(TaskBoard board) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => board.FailLeftoversAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
