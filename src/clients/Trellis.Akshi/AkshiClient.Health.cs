namespace Trellis.Akshi;

public sealed partial class AkshiClient
{
    /// <summary>Asks how the runtime is. Needs no token. Python's <c>health</c>. Contract section 2.1.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiServerException">It is shutting down (503).</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<HealthStatus> HealthAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<HealthStatus>(_calls.Health), cancellationToken);

    /// <inheritdoc cref="HealthAsync"/>
    public HealthStatus Health(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<HealthStatus>(_calls.Health), cancellationToken);

    /// <summary>Whether the runtime is there and well: one that shuts down (503), and one that no connection can be made to, are not.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed in another way, which says nothing about the runtime's health.</exception>
    public Task<bool> IsHealthyAsync(CancellationToken cancellationToken = default) => IsHealthyAsync(Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="IsHealthyAsync(CancellationToken)"/>
    public bool IsHealthy(CancellationToken cancellationToken = default) => Transfer.Finish(IsHealthyAsync(Transfer.Blocking, cancellationToken));

    private async ValueTask<bool> IsHealthyAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            return (await _connection.SendAsync(new ApiRequest<HealthStatus>(_calls.Health), transfer, cancellationToken).ConfigureAwait(false)).IsHealthy;
        }
        catch (AkshiException exception) when (exception is AkshiConnectionException or { Status: 503 })
        {
            return false;
        }
    }
}
