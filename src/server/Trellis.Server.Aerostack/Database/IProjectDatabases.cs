using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database;

/// <summary>The databases of the projects, each apart from all others. Safe for concurrent use.</summary>
internal interface IProjectDatabases : IAsyncDisposable
{
    /// <summary>Runs statements in order. When the task is done, what they changed is durable.</summary>
    /// <param name="projectId">Whose database.</param>
    /// <param name="requests">The statements.</param>
    /// <param name="rules">How they run.</param>
    /// <param name="cancellationToken">Gives up; what has begun to write is finished.</param>
    /// <returns>An outcome for each statement; after the first failure of atomic ones, no more.</returns>
    /// <exception cref="StoreException">The engine cannot be reached.</exception>
    Task<IReadOnlyList<SqlOutcome>> RunAsync(
        string projectId, IReadOnlyList<SqlRequest> requests, SqlRules rules, CancellationToken cancellationToken);

    /// <summary>The columns of all tables and views, ordered by table and by their place in it.</summary>
    /// <param name="projectId">Whose database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">The engine cannot be reached.</exception>
    Task<IReadOnlyList<SqlColumn>> DescribeAsync(string projectId, CancellationToken cancellationToken);
}
