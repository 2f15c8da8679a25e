namespace Trellis;

/// <summary>An attempt failed and another will follow.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as the operation names it, without the base URL.</param>
/// <param name="CorrelationId">The call's correlation id.</param>
/// <param name="Attempt">The number of the attempt that will follow: 2 for the first retry.</param>
/// <param name="Delay">The wait before it.</param>
/// <param name="Exception">What would have been thrown, had there been no other attempt.</param>
public readonly record struct RetryEvent(string Method, string Path, string CorrelationId, int Attempt, TimeSpan Delay, Exception Exception);
