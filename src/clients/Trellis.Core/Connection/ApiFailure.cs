using System.Collections.Frozen;

namespace Trellis;

/// <summary>
/// Why an attempt failed, as a value: it travels through the pipeline and becomes an exception once, at the edge. It holds the response
/// as it came; masking is the business of whoever makes the exception.
/// </summary>
internal sealed class ApiFailure
{
    public required FailureKind Kind { get; init; }

    /// <summary>The status of the response; 0 when none arrived.</summary>
    public int Status { get; init; }

    /// <summary>The body of the response, cut at the connection's limit for error bodies.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>All headers of the response, names compared without case, values joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The wait that the response's <c>Retry-After</c> asks for, in either form.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Which clock ran out, for <see cref="FailureKind.Timeout"/>.</summary>
    public TimeoutKind Timeout { get; init; }

    /// <summary>The value of that clock.</summary>
    public TimeSpan TimeoutValue { get; init; }

    /// <summary>How long the circuit breaker goes on refusing, for <see cref="FailureKind.CircuitOpen"/>.</summary>
    public TimeSpan RecoveryTime { get; init; }

    /// <summary>The exception below, if one was thrown.</summary>
    public Exception? Cause { get; init; }

    /// <summary>The first of <paramref name="names"/> that the response carries with a value.</summary>
    public string? FirstHeader(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Headers.TryGetValue(name, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }
}
