namespace Trellis.Askii;

/// <summary>The models of the platform. Reached through <see cref="AskiiClient.Models"/>; safe for concurrent use.</summary>
public sealed class AskiiModels
{
    private readonly ApiConnection _connection;
    private readonly AskiiOperations _operations;

    internal AskiiModels(ApiConnection connection, AskiiOperations operations) => (_connection, _operations) = (connection, operations);

    /// <summary>Lists the models that keys may be given.</summary>
    /// <param name="cacheTtl">How long an earlier answer may be reused; <see langword="null"/> or zero asks the server.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AskiiException">The call failed.</exception>
    public Task<ModelList> ListAsync(TimeSpan? cacheTtl = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(cacheTtl), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public ModelList List(TimeSpan? cacheTtl = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(cacheTtl), cancellationToken);

    private ApiRequest<ModelList> Listing(TimeSpan? cacheTtl) =>
        new(_operations.ListModels, Cache: CachePolicy.For(cacheTtl, AskiiOperations.ModelsResource, "list"));
}
