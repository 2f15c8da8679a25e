namespace Trellis;

/// <summary>
/// What may look at each exchange and change it, where a platform promises its users that. Unlike a hook of <see cref="ClientHooks"/> it
/// is part of the call: what it throws ends the call at once, without another attempt. Safe for concurrent use.
/// </summary>
internal abstract class ExchangeInterceptor
{
    /// <summary>Before each attempt.</summary>
    /// <returns>What is sent.</returns>
    public abstract HttpRequestMessage BeforeRequest(CallState call, HttpRequestMessage request);

    /// <summary>After a response whose status is no error, expected or not.</summary>
    /// <returns>What is read.</returns>
    public abstract HttpResponseMessage AfterSuccess(CallState call, HttpResponseMessage response);

    /// <summary>
    /// After each response with a status from 400, and after each attempt that brought no response, with the exception that says why.
    /// </summary>
    /// <returns>The response to go on with, or the exception to throw. Neither drops what there was.</returns>
    public abstract (HttpResponseMessage? Response, Exception? Error) AfterError(CallState call, HttpResponseMessage? response, Exception? error);

    /// <summary>Makes the exception for an attempt without a response whose exception <see cref="AfterError"/> has dropped.</summary>
    public abstract Exception CreateNoResponseException();

    /// <summary>Sees each response with its body; <see langword="null"/> for a body that goes on to the caller as it arrives.</summary>
    public abstract void Received(CallState call, HttpResponseMessage response, ReadOnlyMemory<byte>? body);
}
