using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trellis;

/// <summary>
/// What is always the same about an operation of an API. Made once and kept in a static field; a call adds its arguments.
/// </summary>
/// <param name="Name">The operation's name in logs and traces, such as <c>keys.list</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base URL, with a leading slash; with names in braces where a call puts its identifiers.</param>
/// <param name="Json">Where the source-generated contract of the answer is found; <see langword="null"/> for an answer that is read as it arrives.</param>
/// <param name="IsIdempotent">Whether sending it twice does what sending it once does, so that it may be retried without an idempotency key.</param>
/// <param name="Invalidates">The resource whose cached answers a success makes stale, or <see langword="null"/>.</param>
internal sealed record ApiOperation<TResponse>(
    string Name, HttpMethod Method, string Path, JsonSerializerOptions? Json, bool IsIdempotent, string? Invalidates = null)
{
    /// <summary>
    /// The contract of the answer. Looked up with the first answer: each costs something, and most programs make few of a client's calls.
    /// </summary>
    /// <exception cref="InvalidOperationException">The answer is read as it arrives.</exception>
    public JsonTypeInfo<TResponse> ResponseType => field ??= (JsonTypeInfo<TResponse>)(
        Json ?? throw new InvalidOperationException($"The answer of {Name} is read as it arrives.")).GetTypeInfo(typeof(TResponse));

    /// <summary>The one status that means success; 0 for any from 200 to 299.</summary>
    public int SuccessStatus { get; init; }

    /// <summary>The statuses for which the API declares a body of its own, where a platform tells them from others.</summary>
    public IReadOnlyList<int> DeclaredErrors { get; init; } = [];
}
