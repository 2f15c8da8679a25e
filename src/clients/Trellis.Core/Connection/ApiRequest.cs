namespace Trellis;

/// <summary>One call: an operation and its arguments.</summary>
/// <param name="Operation">What is called.</param>
/// <param name="Body">What is sent, or <see langword="null"/> for what the protocol sends when there is nothing.</param>
/// <param name="Cache">Where the answer may come from and be kept, or <see langword="null"/> to ask the server.</param>
/// <param name="Path">The path, where it holds identifiers or a query; <see langword="null"/> for the operation's own.</param>
/// <param name="IdempotencyKey">
/// By which the server knows the call again, sent unchanged with every attempt, so that an operation may be retried that otherwise must
/// not; <see langword="null"/> for none.
/// </param>
/// <param name="Destination">
/// Where a successful answer's bytes go as they arrive, instead of being decoded: the value is then the type's default. The limit on the
/// size does not hold, and each read has the time that an attempt has otherwise.
/// </param>
/// <param name="Overrides">In what this call differs from the client's options; <see langword="null"/> for nothing.</param>
/// <param name="Form">What is sent instead of <paramref name="Body"/>, as it is read; the call disposes it.</param>
/// <param name="Progress">Told how much of a successful answer has gone to <paramref name="Destination"/>.</param>
internal readonly record struct ApiRequest<TResponse>(
    ApiOperation<TResponse> Operation,
    RequestBody? Body = null,
    CachePolicy? Cache = null,
    string? Path = null,
    string? IdempotencyKey = null,
    Stream? Destination = null,
    CallOverrides? Overrides = null,
    MultipartForm? Form = null,
    IProgress<TransferProgress>? Progress = null);
