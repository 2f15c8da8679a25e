namespace Trellis;

/// <summary>A response arrived.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as the operation names it, without the base URL.</param>
/// <param name="CorrelationId">The call's correlation id.</param>
/// <param name="Attempt">1 for the first attempt.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Elapsed">From sending the request to the end of the response's headers.</param>
/// <param name="RequestId">The identifier the server gave the request, if it gave one.</param>
public readonly record struct ResponseEvent(
    string Method, string Path, string CorrelationId, int Attempt, int Status, TimeSpan Elapsed, string? RequestId);
