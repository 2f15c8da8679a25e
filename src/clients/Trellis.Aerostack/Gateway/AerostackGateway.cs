using System.Text.Json;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// APIs that others offer through the platform, and what was used of them. Reached through <see cref="AerostackClient.Gateway"/>; safe for
/// concurrent use. All but <see cref="LogUsageAsync"/> need <see cref="AerostackClientOptions.ConsumerKey"/> or
/// <see cref="AerostackClientOptions.UserToken"/>. Contract sections 2.2.7, 2.2.8 and 2.3.3.
/// </summary>
public sealed class AerostackGateway
{
    private readonly AerostackConnection _connection;
    private readonly bool _usesApi;
    private readonly ApiOperation<ChatCompletion> _chat;
    private readonly ApiOperation<GatewayUsage> _usage;
    private readonly ApiOperation<WalletAnswer> _wallet;
    private readonly ApiOperation<BillingAnswer> _log;

    internal AerostackGateway(AerostackConnection connection)
    {
        _connection = connection;
        _usesApi = connection.Options.GatewayRoute == GatewayRoute.Api;
        var operations = connection.Operations;
        _chat = _usesApi
            ? operations.Post<ChatCompletion>("gateway.chat", "/ai/gateway/{slug}/chat/completions", 200, 401, 429)
            : operations.Post<ChatCompletion>("gateway.chat", "/api/gateway/{slug}/v1/chat/completions");
        _wallet = _usesApi
            ? operations.Get<WalletAnswer>("gateway.wallet", "/ai/gateway/me/wallet", 200, 401)
            : operations.Get<WalletAnswer>("gateway.wallet", "/api/gateway/me/wallet");
        _usage = operations.Get<GatewayUsage>("gateway.usage", "/api/gateway/me/usage");
        _log = operations.Post<BillingAnswer>("gateway.billingLog", "/gateway/billing/log", 200, 400, 401);
    }

    /// <summary>Has a model behind the gateway go on with a conversation.</summary>
    /// <param name="apiSlug">The API's name in addresses.</param>
    /// <param name="request">The conversation.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackGatewayException">The gateway answered with an error.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<ChatCompletion> ChatAsync(
        string apiSlug, ChatCompletionRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendToGatewayAsync(Chatting(apiSlug, request, options), !_usesApi, options, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="ChatAsync"/>
    public ChatCompletion Chat(
        string apiSlug, ChatCompletionRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_connection.SendToGatewayAsync(Chatting(apiSlug, request, options), !_usesApi, options, Transfer.Blocking, cancellationToken));

    /// <summary>Has a model behind the gateway go on with a conversation, and gives what it says piece by piece.</summary>
    /// <param name="apiSlug">The API's name in addresses.</param>
    /// <param name="request">The conversation.</param>
    /// <param name="options">In what the call differs from the client's options. Retries happen before the first piece alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The pieces; nothing is sent before the first is asked for, and leaving the loop ends the call.</returns>
    /// <exception cref="AerostackGatewayException">The gateway answered with an error.</exception>
    /// <exception cref="AerostackException">The call failed, or the stream broke off.</exception>
    public IAsyncEnumerable<ChatCompletionChunk> StreamAsync(
        string apiSlug, ChatCompletionRequest request, AerostackCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var streaming = new ApiRequest<OpenResponse>(
            AerostackOperations.Stream(_chat),
            RequestBody.From(request.For(stream: true), AerostackJsonContext.Default.ChatCompletionRequest),
            Path: GatewayPaths.Slug(_chat.Path, apiSlug),
            Overrides: Overrides(options, ChatStream.Overrides.Headers));
        return ChatStream.ReadAsync(token => _connection.OpenGatewayAsync(streaming, !_usesApi, options, token), cancellationToken);
    }

    /// <summary>
    /// Has a model behind the gateway go on with a conversation, tells what it says piece by piece, and puts it together. Giving up is no
    /// failure here: what had arrived is returned.
    /// </summary>
    /// <param name="apiSlug">The API's name in addresses.</param>
    /// <param name="request">The conversation.</param>
    /// <param name="onText">Told each piece, on the thread that reads; <see langword="null"/> for nobody.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <exception cref="AerostackGatewayException">The gateway answered with an error.</exception>
    /// <exception cref="AerostackException">The call failed, or the stream broke off.</exception>
    public Task<GatewayText> StreamTextAsync(
        string apiSlug,
        ChatCompletionRequest request,
        Action<string>? onText = null,
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        TextCollector.CollectAsync(StreamAsync(apiSlug, request, options, cancellationToken), onText, cancellationToken);

    /// <summary>Tells what the consumer used of an API. Always under the paths of <see cref="GatewayRoute.Platform"/>.</summary>
    /// <param name="apiSlug">The API's name in addresses.</param>
    /// <param name="days">In how many days up to now; <see langword="null"/> for the server's default.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackGatewayException">The gateway answered with an error.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public Task<GatewayUsage> GetUsageAsync(
        string apiSlug, int? days = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendToGatewayAsync(GettingUsage(apiSlug, days, options), false, options, Transfer.Async, cancellationToken).AsTask();

    /// <inheritdoc cref="GetUsageAsync"/>
    public GatewayUsage GetUsage(string apiSlug, int? days = null, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Transfer.Finish(_connection.SendToGatewayAsync(GettingUsage(apiSlug, days, options), false, options, Transfer.Blocking, cancellationToken));

    /// <summary>Tells what the consumer may still use of an API.</summary>
    /// <param name="apiSlug">The API's name in addresses.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AerostackGatewayException">The gateway answered with an error.</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public async Task<GatewayWallet> GetWalletAsync(
        string apiSlug, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Unwrap(await _connection.SendToGatewayAsync(GettingWallet(apiSlug, options), false, options, Transfer.Async, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc cref="GetWalletAsync"/>
    public GatewayWallet GetWallet(string apiSlug, AerostackCallOptions? options = null, CancellationToken cancellationToken = default) =>
        Unwrap(Transfer.Finish(_connection.SendToGatewayAsync(GettingWallet(apiSlug, options), false, options, Transfer.Blocking, cancellationToken)));

    /// <summary>Writes down what a consumer used of an API that this project offers, for it to be billed. Uses the project's key.</summary>
    /// <param name="consumerId">The consumer.</param>
    /// <param name="apiId">The API.</param>
    /// <param name="units">How many units were used.</param>
    /// <param name="metric">What is counted.</param>
    /// <param name="options">In what the call differs from the client's options.</param>
    /// <param name="cancellationToken">Gives the call up; the use may have been written down all the same.</param>
    /// <exception cref="AerostackErrorResponseException">A field is not valid (400), or the key is wrong (401).</exception>
    /// <exception cref="AerostackException">The call failed.</exception>
    public async Task<LoggedUsage> LogUsageAsync(
        string consumerId,
        string apiId,
        long units,
        string metric = "units",
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Read(await _connection.SendAsync(Logging(consumerId, apiId, units, metric), options, cancellationToken).ConfigureAwait(false), units);

    /// <inheritdoc cref="LogUsageAsync"/>
    public LoggedUsage LogUsage(
        string consumerId,
        string apiId,
        long units,
        string metric = "units",
        AerostackCallOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Read(_connection.Send(Logging(consumerId, apiId, units, metric), options, cancellationToken), units);

    private static GatewayWallet Unwrap(WalletAnswer answer) => answer.Wallet ?? new GatewayWallet();

    private static LoggedUsage Read(BillingAnswer answer, long units) =>
        new(answer.Success.ValueKind == JsonValueKind.True, answer.LoggedUnits ?? units);

    private ApiRequest<ChatCompletion> Chatting(string apiSlug, ChatCompletionRequest request, AerostackCallOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(
            _chat,
            RequestBody.From(request.For(stream: false), AerostackJsonContext.Default.ChatCompletionRequest),
            Path: GatewayPaths.Slug(_chat.Path, apiSlug),
            Overrides: Overrides(options));
    }

    private ApiRequest<GatewayUsage> GettingUsage(string apiSlug, int? days, AerostackCallOptions? options) =>
        new(_usage, Path: GatewayPaths.Query(_usage.Path, apiSlug, days), Overrides: _connection.PlatformOverrides(options));

    private ApiRequest<WalletAnswer> GettingWallet(string apiSlug, AerostackCallOptions? options) =>
        new(_wallet, Path: GatewayPaths.Query(_wallet.Path, apiSlug), Overrides: Overrides(options));

    private ApiRequest<BillingAnswer> Logging(string consumerId, string apiId, long units, string metric)
    {
        ArgumentNullException.ThrowIfNull(consumerId);
        ArgumentNullException.ThrowIfNull(apiId);
        ArgumentNullException.ThrowIfNull(metric);
        return new(_log, RequestBody.From(new(consumerId, apiId, units, metric), AerostackJsonContext.Default.BillingBody));
    }

    private CallOverrides? Overrides(AerostackCallOptions? options, IReadOnlyDictionary<string, string>? headers = null) =>
        !_usesApi ? _connection.PlatformOverrides(options, headers) : headers is null ? null : new CallOverrides { Headers = headers };
}
