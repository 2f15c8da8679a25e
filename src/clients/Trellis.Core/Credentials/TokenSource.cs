namespace Trellis;

/// <summary>
/// Where a client takes its credential from: a fixed text, or a callback that is asked once per call (never per attempt), so that a
/// token that expires can be replaced without a new client. Immutable and safe for concurrent use if the callback is.
/// </summary>
/// <remarks>A token text converts implicitly: <c>options.Token = "eyJ…"</c>.</remarks>
public sealed class TokenSource
{
    private readonly Secret? _fixed;
    private readonly Func<string?>? _callback;
    private readonly Func<CancellationToken, ValueTask<string?>>? _asyncCallback;

    private TokenSource(Secret? @fixed, Func<string?>? callback, Func<CancellationToken, ValueTask<string?>>? asyncCallback) =>
        (_fixed, _callback, _asyncCallback) = (@fixed, callback, asyncCallback);

    /// <summary>Whether the token is known to be empty already, which no platform accepts.</summary>
    internal bool IsEmpty => _fixed is { IsEmpty: true };

    /// <summary>A token that never changes.</summary>
    public static TokenSource FromValue(string token) => new(new Secret(token), null, null);

    /// <summary>A token from a callback that answers at once. Serves both the synchronous and the asynchronous methods.</summary>
    public static TokenSource FromCallback(Func<string?> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new(null, callback, null);
    }

    /// <summary>A token from a callback that waits. Serves the asynchronous methods only: a synchronous one refuses it.</summary>
    public static TokenSource FromCallback(Func<CancellationToken, ValueTask<string?>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new(null, null, callback);
    }

    /// <summary>Same as <see cref="FromValue"/>.</summary>
    public static implicit operator TokenSource(string token) => FromValue(token);

    /// <summary>Never the token.</summary>
    public override string ToString() => _fixed is not null ? "Token (fixed)" : "Token (callback)";

    /// <summary>Whether only the asynchronous methods can be served.</summary>
    internal bool IsAsynchronous => _asyncCallback is not null;

    internal string? Get() => _fixed is not null ? _fixed.Reveal() : _callback!();

    internal ValueTask<string?> GetAsync(CancellationToken cancellationToken) =>
        _asyncCallback is null ? new(Get()) : _asyncCallback(cancellationToken);
}
