namespace Trellis.Server.Akshi.Http;

/// <summary>What the limits say to a request.</summary>
/// <param name="IsAllowed">Whether it may go on.</param>
/// <param name="Limit">Requests allowed in the window.</param>
/// <param name="Remaining">What is left of them.</param>
/// <param name="Reset">When the window starts anew.</param>
/// <param name="RetryAfter">How long until one is allowed; zero when it is allowed now.</param>
internal readonly record struct RequestAllowance(bool IsAllowed, int Limit, int Remaining, DateTimeOffset Reset, TimeSpan RetryAfter);
