using Trellis.Server.Kernel.Faults;

namespace Trellis.Testing;

/// <summary>
/// Something that goes wrong with requests on purpose. A route is a method and a path, as in <c>POST /platform/list-keys</c>; in both,
/// <c>*</c> stands for any run of characters, slashes included. Immutable.
/// </summary>
public sealed class Fault
{
    private Fault(FaultRule rule) => Rule = rule;

    internal FaultRule Rule { get; }

    /// <summary>Answers a status instead of running the handler.</summary>
    /// <param name="route">The requests it concerns.</param>
    /// <param name="status">The status, from 200 to 599.</param>
    /// <param name="times">How often it befalls a request before it is used up; null for always.</param>
    /// <param name="retryAfter">The header <c>Retry-After</c> of the answer, in whole seconds; null for none.</param>
    /// <param name="body">The JSON text of the answer; null for a short one.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    public static Fault Status(string route, int status, int? times = null, TimeSpan? retryAfter = null, string? body = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return new(On(route, times) with { Status = status, RetryAfterSeconds = (long?)retryAfter?.TotalSeconds, Body = body });
    }

    /// <summary>Lets requests wait on the server's clock before anything else happens to them: a clock that stands still holds them until it is moved.</summary>
    /// <param name="route">The requests it concerns.</param>
    /// <param name="latency">How long they wait.</param>
    /// <param name="times">How often it befalls a request before it is used up; null for always.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    public static Fault Latency(string route, TimeSpan latency, int? times = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latency, TimeSpan.Zero);
        return new(On(route, times) with { Latency = latency });
    }

    /// <summary>Runs the handler, passes so many bytes of its answer's body and cuts the connection; a shorter body passes whole.</summary>
    /// <param name="route">The requests it concerns.</param>
    /// <param name="bytes">How many bytes pass.</param>
    /// <param name="times">How often it befalls a request before it is used up; null for always.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    public static Fault CutAfter(string route, long bytes, int? times = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new(On(route, times) with { CutAfterBytes = bytes });
    }

    /// <summary>Runs the handler to its end and cuts the connection without answering a byte: the caller cannot know that it was done.</summary>
    /// <param name="route">The requests it concerns.</param>
    /// <param name="times">How often it befalls a request before it is used up; null for always.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    public static Fault LostResponse(string route, int? times = null) => new(On(route, times) with { LoseResponse = true });

    private static FaultRule On(string route, int? times)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (times is { } count)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(times));
        return new() { Route = ServerRoute.Parse(route), Times = times };
    }
}
