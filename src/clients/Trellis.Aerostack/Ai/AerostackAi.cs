using System.Text.Json.Nodes;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>The platform's models. Reached through <see cref="AerostackClient.Ai"/>; safe for concurrent use. Contract sections 2.1.1, 2.2.5 and 2.2.9.</summary>
public sealed class AerostackAi
{
    private readonly AerostackConnection _connection;
    private readonly ApiOperation<ChatCompletion> _chat;
    private readonly ApiOperation<TextEmbedding> _embed;

    internal AerostackAi(AerostackConnection connection)
    {
        _connection = connection;
        var operations = connection.Operations;
        _chat = operations.Post<ChatCompletion>("ai.chat", "/ai/chat");
        _embed = operations.Post<TextEmbedding>("ai.embed", "/ai/embed");
    }

    /// <summary>Has a model go on with a conversation. <see cref="ChatCompletion.Text"/> is what it says.</summary>
    /// <param name="request">The conversation.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackValidationException">The conversation has a role that the API does not know.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<ChatCompletion> ChatAsync(ChatRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Chatting(request), options, cancellationToken);

    /// <inheritdoc cref="ChatAsync(ChatRequest, AerostackCallOptions, CancellationToken)"/>
    public ChatCompletion Chat(ChatRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Chatting(request), options, cancellationToken);

    /// <summary>Has a model go on with a conversation, as the later version of the API has it.</summary>
    /// <param name="request">The conversation.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackValidationException">The conversation has a role that the API does not know, or a number out of its range.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<ChatCompletion> CompleteAsync(
        ChatCompletionRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Completing(request), options, cancellationToken);

    /// <inheritdoc cref="CompleteAsync"/>
    public ChatCompletion Complete(
        ChatCompletionRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Completing(request), options, cancellationToken);

    /// <summary>Has a model go on with a conversation, and gives what it says piece by piece.</summary>
    /// <param name="request">The conversation.</param>
    /// <param name="options">In what the call differs from the client's options. Retries happen before the first piece alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The pieces; nothing is sent before the first is asked for, and leaving the loop ends the call.</returns>
    /// <exception cref="AerostackValidationException">The conversation has a role that the API does not know, or a number out of its range.</exception>
    /// <exception cref="AerostackException">The call failed, or the stream broke off.</exception>
    public IAsyncEnumerable<ChatCompletionChunk> StreamAsync(
        ChatCompletionRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        var streaming = Streaming(request);
        return ChatStream.ReadAsync(token => _connection.OpenAsync(streaming, options, token), cancellationToken);
    }

    /// <summary>Turns a text into a vector. The worker SDK's operation; not every server has it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="model">The model; <see langword="null"/> for the server's default.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<TextEmbedding> EmbedAsync(
        string text, string? model = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Embedding(text, model), options, cancellationToken);

    /// <inheritdoc cref="EmbedAsync"/>
    public TextEmbedding Embed(
        string text, string? model = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Embedding(text, model), options, cancellationToken);

    /// <summary>A chat whose JSON is the caller's.</summary>
    internal Task<JsonObject> CompleteJsonAsync(JsonObject body, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            new ApiRequest<JsonObject>(AerostackOperations.Raw(HttpMethod.Post, _chat.Path), RequestBody.From(body, AerostackJsonContext.Default.JsonObject)),
            options: null,
            cancellationToken);

    /// <summary>A streamed chat whose JSON is the caller's.</summary>
    internal ValueTask<OpenResponse> OpenJsonAsync(JsonObject body, CancellationToken cancellationToken) =>
        _connection.OpenAsync(
            new ApiRequest<OpenResponse>(
                AerostackOperations.Stream(_chat), RequestBody.From(body, AerostackJsonContext.Default.JsonObject), Overrides: ChatStream.Overrides),
            options: null,
            cancellationToken);

    private ApiRequest<ChatCompletion> Chatting(ChatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ChatChecks.Check(request.Messages);
        return new(_chat, RequestBody.From(request, AerostackJsonContext.Default.ChatRequest));
    }

    private ApiRequest<ChatCompletion> Completing(ChatCompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(_chat, RequestBody.From(request.For(stream: false), AerostackJsonContext.Default.ChatCompletionRequest));
    }

    private ApiRequest<OpenResponse> Streaming(ChatCompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = RequestBody.From(request.For(stream: true), AerostackJsonContext.Default.ChatCompletionRequest);
        return new(AerostackOperations.Stream(_chat), body, Overrides: ChatStream.Overrides);
    }

    private ApiRequest<TextEmbedding> Embedding(string text, string? model)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(_embed, RequestBody.From(new(text, model), AerostackJsonContext.Default.EmbedBody));
    }
}
