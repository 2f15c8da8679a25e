namespace Trellis;

/// <summary>What one call carries through its attempts.</summary>
internal sealed class CallState
{
    public required string Operation { get; init; }

    public required HttpMethod Method { get; init; }

    public required string Path { get; init; }

    public required Uri Address { get; init; }

    public required string Token { get; init; }

    /// <summary>The id of the call, or of its present attempt where the platform wants one for each; empty before the first of those.</summary>
    public required string CorrelationId { get; set; }

    /// <summary>By which the server knows the call again, or <see langword="null"/>.</summary>
    public string? IdempotencyKey { get; init; }

    public required Transfer Transfer { get; init; }

    /// <summary>When the call began, as <see cref="TimeProvider.GetTimestamp"/> tells it.</summary>
    public required long Started { get; init; }

    /// <summary>The body that every attempt sends; empty for none.</summary>
    public required PooledBuffer Body { get; init; }

    public PooledContent? Content { get; init; }

    /// <inheritdoc cref="ApiOperation{TResponse}.SuccessStatus"/>
    public int SuccessStatus { get; init; }

    /// <inheritdoc cref="ApiOperation{TResponse}.DeclaredErrors"/>
    public IReadOnlyList<int> DeclaredErrors { get; init; } = [];

    /// <inheritdoc cref="ApiRequest{TResponse}.Overrides"/>
    public CallOverrides? Overrides { get; init; }

    /// <summary>The number of the attempt under way, from 1; 0 before the first.</summary>
    public int Attempt { get; set; }

    /// <summary>The status of the response to the attempt under way; 0 while none has arrived.</summary>
    public int Status { get; set; }

    /// <summary>Whether the last attempt may have changed something: all but one that never arrived or was refused.</summary>
    public bool MayHaveTakenEffect { get; set; }

    /// <summary>Whether the answer's bytes are wanted beside its value, for the cache.</summary>
    public bool KeepAnswer { get; init; }

    /// <summary>The bytes of a successful answer, when <see cref="KeepAnswer"/> asked for them.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>Where a successful answer's bytes go as they arrive; <see langword="null"/> for the decoder.</summary>
    public Stream? Destination { get; init; }

    /// <inheritdoc cref="ApiRequest{TResponse}.Progress"/>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <inheritdoc cref="ApiRequest{TResponse}.Form"/>
    public MultipartForm? Form { get; init; }

    /// <summary>Whether a successful response is wanted as it is, its body unread: the value is then an <see cref="OpenResponse"/>.</summary>
    public bool KeepsOpen { get; init; }

    /// <summary>Whether some have gone there, so that another attempt would repeat them.</summary>
    public bool HasDelivered { get; set; }

    /// <summary>Whether bytes are on their way there: what fails then is the caller's stream and not the network.</summary>
    public bool IsDelivering { get; set; }

    public FailedCall ToFailedCall() => new(Operation, Address, CorrelationId, Attempt)
    {
        Method = Method,
        Token = new Secret(Token),
        DeclaredErrors = DeclaredErrors,
    };
}
