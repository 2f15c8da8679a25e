namespace Trellis.Ascend;

/// <summary>What is known about resources. Reached through <see cref="AscendClient.Resources"/>. Safe for concurrent use.</summary>
public sealed class AscendResources
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<ClassificationList> _classifications;

    internal AscendResources(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _classifications = operations.Get<ClassificationList>("resources.classifications", "/api/v1/resource-classifications");
    }

    /// <summary>Tells how sensitive a kind of resource is. Contract section 2.11.</summary>
    /// <param name="resourceType">The kind, in the exact words of the classification.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The classification, or <see langword="null"/> when there is none of that kind.</returns>
    /// <exception cref="AscendException">The call failed.</exception>
    public async Task<ResourceClassification?> GetClassificationAsync(string resourceType, CancellationToken cancellationToken = default) =>
        Find(await _connection.SendAsync(Getting(resourceType), cancellationToken).ConfigureAwait(false), resourceType);

    /// <inheritdoc cref="GetClassificationAsync"/>
    public ResourceClassification? GetClassification(string resourceType, CancellationToken cancellationToken = default) =>
        Find(_connection.Send(Getting(resourceType), cancellationToken), resourceType);

    private ApiRequest<ClassificationList> Getting(string resourceType)
    {
        var checks = default(FieldChecks);
        checks.RequireText(resourceType, "resource_type");
        checks.ThrowIfAny();
        return Requests.Read(_classifications, new Query(_classifications.Path).Add("resource_type", resourceType).ToString());
    }

    private static ResourceClassification? Find(ClassificationList list, string resourceType) =>
        list.Classifications.FirstOrDefault(item => item.ResourceType == resourceType);
}
