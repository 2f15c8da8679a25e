namespace Trellis;

/// <summary>One call: an operation and its arguments.</summary>
/// <param name="Operation">What is called.</param>
/// <param name="Body">What is sent, or <see langword="null"/> for what the protocol sends when there is nothing.</param>
/// <param name="Cache">Where the answer may come from and be kept, or <see langword="null"/> to ask the server.</param>
internal readonly record struct ApiRequest<TResponse>(ApiOperation<TResponse> Operation, RequestBody? Body = null, CachePolicy? Cache = null);
