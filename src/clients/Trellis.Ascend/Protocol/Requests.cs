namespace Trellis.Ascend;

/// <summary>Puts requests together.</summary>
internal static class Requests
{
    /// <summary>A call that reads.</summary>
    public static ApiRequest<T> Read<T>(ApiOperation<T> operation, string? path = null) => new(operation, Path: path);

    /// <summary>
    /// A call that changes something. It carries an idempotency key, so that repeating it after a lost answer changes nothing more.
    /// Contract section 1.6.
    /// </summary>
    public static ApiRequest<T> Change<T>(ApiOperation<T> operation, string? path = null, RequestBody? body = null, string? idempotencyKey = null) =>
        new(operation, body, Path: path, IdempotencyKey: idempotencyKey ?? Correlation.NewUuid().ToString());
}
