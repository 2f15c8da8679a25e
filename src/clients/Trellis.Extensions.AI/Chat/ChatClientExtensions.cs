using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using Trellis.Aerostack;
using Trellis.Askii;

namespace Trellis.Extensions.AI;

/// <summary>Gives the platforms' chats as <see cref="IChatClient"/>s.</summary>
public static class ChatClientExtensions
{
    private static readonly JsonTypeInfo<JsonObject> Answer = (JsonTypeInfo<JsonObject>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonObject));
    private static readonly ApiOperation<JsonObject> AskiiChat = new("chat.completions", HttpMethod.Post, "/v1/chat/completions", AIJsonUtilities.DefaultOptions, IsIdempotent: false);
    private static readonly ApiOperation<OpenResponse> AskiiStream =
        new("chat.completions", HttpMethod.Post, "/v1/chat/completions", Json: null, IsIdempotent: false);

    /// <summary>A chat client on the endpoint that a provisioned key opens. Failures are <see cref="AskiiException"/>s. Safe for concurrent use.</summary>
    /// <param name="client">Whose address, connections and options are used; stays the caller's, and has to live as long.</param>
    /// <param name="key">The provisioned key (<see cref="ProvisionedKey.ApiKey"/>), which is not the client's own token.</param>
    /// <param name="model">The model; <see langword="null"/> for the key's default one.</param>
    /// <exception cref="AskiiAuthException">The key is empty.</exception>
    public static IChatClient AsChatClient(this AskiiClient client, TokenSource key, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(key);
        var connection = client.ConnectGateway(key);
        return new PlatformChatClient(
            new ChatTransport(
                client,
                (body, token) => connection.SendAsync(new ApiRequest<JsonObject>(AskiiChat, RequestBody.From(body, Answer)), token),
                (body, token) => connection.OpenAsync(new ApiRequest<OpenResponse>(AskiiStream, RequestBody.From(body, Answer)), token),
                static message => new AskiiTransportException(message)),
            new ChatClientMetadata("askii", defaultModelId: model));
    }

    /// <summary>A chat client on the project's models. Failures are <see cref="AerostackException"/>s. Safe for concurrent use.</summary>
    /// <param name="client">Stays the caller's, and has to live as long.</param>
    /// <param name="model">The model; <see langword="null"/> for the server's default one.</param>
    public static IChatClient AsChatClient(this AerostackClient client, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new PlatformChatClient(
            new ChatTransport(client, client.Ai.CompleteJsonAsync, client.Ai.OpenJsonAsync, static message => new AerostackTransportException(message)),
            new ChatClientMetadata("aerostack", defaultModelId: model));
    }
}
