using System.Text.Json.Nodes;

namespace Trellis.Extensions.AI;

/// <summary>How chats reach a platform.</summary>
/// <param name="Client">The platform's client.</param>
/// <param name="SendAsync">Makes a call whose answer comes at once.</param>
/// <param name="OpenAsync">Makes a call whose answer is read as it arrives.</param>
/// <param name="Broken">Makes the platform's exception for a stream that is not whole.</param>
internal sealed record ChatTransport(
    object Client,
    Func<JsonObject, CancellationToken, Task<JsonObject>> SendAsync,
    Func<JsonObject, CancellationToken, ValueTask<OpenResponse>> OpenAsync,
    Func<string, Exception> Broken);
