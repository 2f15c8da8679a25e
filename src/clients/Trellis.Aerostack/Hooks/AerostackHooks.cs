namespace Trellis.Aerostack;

/// <summary>
/// Code that takes part in a client's calls: it may change what is sent and what is received, and end a call by throwing. Hooks of one
/// kind run in the order they were added, each on what the one before it returned, on the thread of the call; they must be quick and safe
/// for concurrent use. Add them before the client is built. Contract section 5.5.
/// </summary>
public sealed class AerostackHooks
{
    private List<Func<AerostackInit, AerostackInit>> _init = [];
    private List<Func<AerostackHookContext, HttpRequestMessage, HttpRequestMessage>> _beforeRequest = [];
    private List<Func<AerostackHookContext, HttpResponseMessage, HttpResponseMessage>> _afterSuccess = [];
    private List<Func<AerostackHookContext, AfterError, AfterError>> _afterError = [];

    /// <summary>Whether there is nothing that takes part in calls.</summary>
    internal bool IsEmpty => _beforeRequest.Count + _afterSuccess.Count + _afterError.Count == 0;

    /// <summary>Adds a hook that runs once, when the client is built, and may give it another address or another HTTP client.</summary>
    /// <returns>These hooks, so that several can be added in one sentence.</returns>
    public AerostackHooks OnInit(Func<AerostackInit, AerostackInit> hook) => Add(_init, hook);

    /// <summary>Adds a hook that runs before each attempt. It returns the request to send, which may be the one it was given.</summary>
    /// <inheritdoc cref="OnInit"/>
    public AerostackHooks BeforeRequest(Func<AerostackHookContext, HttpRequestMessage, HttpRequestMessage> hook) => Add(_beforeRequest, hook);

    /// <summary>
    /// Adds a hook that runs once per call, after a response whose status is no error, expected or not. It returns the response to read.
    /// </summary>
    /// <inheritdoc cref="OnInit"/>
    public AerostackHooks AfterSuccess(Func<AerostackHookContext, HttpResponseMessage, HttpResponseMessage> hook) => Add(_afterSuccess, hook);

    /// <summary>
    /// Adds a hook that runs after each attempt that failed: with the response when its status is 400 or more, those that will be repeated
    /// included; with the exception when no response arrived. It returns with what to go on: a response is read; an exception other than
    /// the one given is thrown, without another attempt; neither is an error of its own
    /// (<see cref="AerostackApiException"/>, or <see cref="AerostackNoResponseException"/> where there was no response).
    /// </summary>
    /// <inheritdoc cref="OnInit"/>
    public AerostackHooks AfterError(Func<AerostackHookContext, AfterError, AfterError> hook) => Add(_afterError, hook);

    internal AerostackHooks Copy() =>
        new() { _init = [.. _init], _beforeRequest = [.. _beforeRequest], _afterSuccess = [.. _afterSuccess], _afterError = [.. _afterError] };

    internal (Uri BaseUrl, HttpMessageInvoker Client) Initialize(Uri baseUrl, HttpMessageInvoker client)
    {
        var init = _init.Aggregate(new AerostackInit(baseUrl, client), static (init, hook) => hook(init));
        return (init.BaseUrl, init.Client);
    }

    internal HttpRequestMessage RunBeforeRequest(AerostackHookContext context, HttpRequestMessage request)
    {
        foreach (var hook in _beforeRequest)
        {
            request = hook(context, request);
        }

        return request;
    }

    internal HttpResponseMessage RunAfterSuccess(AerostackHookContext context, HttpResponseMessage response)
    {
        foreach (var hook in _afterSuccess)
        {
            response = hook(context, response);
        }

        return response;
    }

    internal AfterError RunAfterError(AerostackHookContext context, AfterError outcome)
    {
        foreach (var hook in _afterError)
        {
            outcome = hook(context, outcome);
        }

        return outcome;
    }

    private AerostackHooks Add<T>(List<T> hooks, T hook)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(hook);
        hooks.Add(hook);
        return this;
    }
}
