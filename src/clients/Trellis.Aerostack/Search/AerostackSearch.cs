using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The project's index of texts by meaning. Reached through <see cref="AerostackClient.Search"/>; safe for concurrent use. Contract section 2.2.5.</summary>
public sealed class AerostackSearch
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<SuccessAnswer> _ingest;
    private readonly ApiOperation<SearchResults> _query;
    private readonly ApiOperation<SuccessAnswer> _delete;
    private readonly ApiOperation<SuccessAnswer> _deleteByType;
    private readonly ApiOperation<SearchTypeList> _listTypes;
    private readonly ApiOperation<SuccessAnswer> _configure;
    private readonly ApiOperation<SuccessAnswer> _update;
    private readonly ApiOperation<SearchLookup> _get;
    private readonly ApiOperation<SearchCount> _count;

    internal AerostackSearch(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _ingest = operations.Post<SuccessAnswer>("aiSearch.ingest", "/ai/search/ingest");
        _query = operations.Post<SearchResults>("aiSearch.query", "/ai/search/query");
        _delete = operations.Post<SuccessAnswer>("aiSearch.delete", "/ai/search/delete");
        _deleteByType = operations.Post<SuccessAnswer>("aiSearch.deleteByType", "/ai/search/deleteByType");
        _listTypes = operations.Get<SearchTypeList>("aiSearch.listTypes", "/ai/search/listTypes");
        _configure = operations.Post<SuccessAnswer>("aiSearch.configure", "/ai/search/configure");
        _update = operations.Post<SuccessAnswer>("aiSearch.update", "/ai/search/update");
        _get = operations.Post<SearchLookup>("aiSearch.get", "/ai/search/get");
        _count = operations.Post<SearchCount>("aiSearch.count", "/ai/search/count");
    }

    /// <summary>Puts a text into the index, or in place of the one with its id.</summary>
    /// <param name="document">The text.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the text may be in the index all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> IngestAsync(
        SearchDocument document, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Ingesting(document), options, cancellationToken);

    /// <inheritdoc cref="IngestAsync"/>
    public SuccessAnswer Ingest(SearchDocument document, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Ingesting(document), options, cancellationToken);

    /// <summary>Finds texts by what they mean.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SearchResults> QueryAsync(SearchQuery query, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Querying(query), options, cancellationToken);

    /// <inheritdoc cref="QueryAsync(SearchQuery, AerostackCallOptions, CancellationToken)"/>
    public SearchResults Query(SearchQuery query, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Querying(query), options, cancellationToken);

    /// <summary>Finds texts by what they mean, the best five.</summary>
    /// <param name="text">Texts that mean about the same as this.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SearchResults> QueryAsync(string text, CancellationToken cancellationToken = default) =>
        QueryAsync(new SearchQuery(text), options: null, cancellationToken);

    /// <inheritdoc cref="QueryAsync(string, CancellationToken)"/>
    public SearchResults Query(string text, CancellationToken cancellationToken = default) => Query(new SearchQuery(text), options: null, cancellationToken);

    /// <summary>Changes a text.</summary>
    /// <param name="change">What it is to become.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the text may be changed all the same.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> UpdateAsync(
        SearchDocumentChange change, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Updating(change), options, cancellationToken);

    /// <inheritdoc cref="UpdateAsync"/>
    public SuccessAnswer Update(SearchDocumentChange change, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Updating(change), options, cancellationToken);

    /// <summary>Reads a text. An id that is not known is no error.</summary>
    /// <param name="id">The id of the text.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SearchLookup> GetAsync(string id, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Getting(id), options, cancellationToken);

    /// <inheritdoc cref="GetAsync"/>
    public SearchLookup Get(string id, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Getting(id), options, cancellationToken);

    /// <summary>Removes a text.</summary>
    /// <param name="id">The id of the text.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> DeleteAsync(string id, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deleting(id), options, cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public SuccessAnswer Delete(string id, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Deleting(id), options, cancellationToken);

    /// <summary>Removes all texts of a kind.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> DeleteByTypeAsync(string type, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(DeletingByType(type), options, cancellationToken);

    /// <inheritdoc cref="DeleteByTypeAsync"/>
    public SuccessAnswer DeleteByType(string type, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(DeletingByType(type), options, cancellationToken);

    /// <summary>Lists the kinds of text there are.</summary>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SearchTypeList> ListTypesAsync(AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ListingTypes(), options, cancellationToken);

    /// <inheritdoc cref="ListTypesAsync"/>
    public SearchTypeList ListTypes(AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ListingTypes(), options, cancellationToken);

    /// <summary>Counts the texts.</summary>
    /// <param name="type">The kind; <see langword="null"/> for any.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SearchCount> CountAsync(string? type = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Counting(type), options, cancellationToken);

    /// <inheritdoc cref="CountAsync"/>
    public SearchCount Count(string? type = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Counting(type), options, cancellationToken);

    /// <summary>Says what turns texts into vectors from now on. Those that are there stay as they are.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<SuccessAnswer> ConfigureAsync(
        EmbeddingModel model, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Configuring(model), options, cancellationToken);

    /// <inheritdoc cref="ConfigureAsync"/>
    public SuccessAnswer Configure(EmbeddingModel model, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Configuring(model), options, cancellationToken);

    private ApiRequest<SuccessAnswer> Ingesting(SearchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(_ingest, RequestBody.From(document, AerostackJsonContext.Default.SearchDocument));
    }

    private ApiRequest<SearchResults> Querying(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(_query, RequestBody.From(query, AerostackJsonContext.Default.SearchQuery));
    }

    private ApiRequest<SuccessAnswer> Updating(SearchDocumentChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(_update, RequestBody.From(change, AerostackJsonContext.Default.SearchDocumentChange));
    }

    private ApiRequest<SearchLookup> Getting(string id) => new(_get, Id(id));

    private ApiRequest<SuccessAnswer> Deleting(string id) => new(_delete, Id(id));

    private ApiRequest<SuccessAnswer> DeletingByType(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(_deleteByType, RequestBody.From(new(type), AerostackJsonContext.Default.SearchTypeBody));
    }

    private ApiRequest<SearchTypeList> ListingTypes() => new(_listTypes);

    private ApiRequest<SearchCount> Counting(string? type) => new(_count, RequestBody.From(new(type), AerostackJsonContext.Default.SearchTypeBody));

    private ApiRequest<SuccessAnswer> Configuring(EmbeddingModel model) =>
        new(_configure, RequestBody.From(new(model), AerostackJsonContext.Default.SearchConfigureBody));

    private static RequestBody Id(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return RequestBody.From(new(id), AerostackJsonContext.Default.SearchIdBody);
    }
}
