namespace Trellis.Aerostack;

/// <summary>Which call a hook takes part in. Immutable. Contract section 5.5.</summary>
public sealed class AerostackHookContext
{
    internal AerostackHookContext(AerostackClientOptions options, string operationId, Uri baseUrl, int attempt) =>
        (Options, OperationId, BaseUrl, Attempt) = (options, operationId, baseUrl, attempt);

    /// <summary>The client's options; changing them has no effect that is promised.</summary>
    public AerostackClientOptions Options { get; }

    /// <summary>The operation's id in the API's description, such as <c>cacheGet</c>.</summary>
    public string OperationId { get; }

    /// <summary>The address of the server that the call goes to.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>Where the key comes from.</summary>
    public TokenSource? SecuritySource => Options.ApiKey;

    /// <summary>The operation, the address and the attempt; nothing that could be secret.</summary>
    public override string ToString() => $"{OperationId} at {BaseUrl}, attempt {Attempt}";
}
