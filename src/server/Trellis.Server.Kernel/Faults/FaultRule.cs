namespace Trellis.Server.Kernel.Faults;

/// <summary>One fault, and the requests it befalls. Immutable.</summary>
public sealed record FaultRule
{
    /// <summary>The requests it concerns.</summary>
    public required FaultRoute Route { get; init; }

    /// <summary>How often it befalls one before it is used up; null for always.</summary>
    public long? Times { get; init; }

    /// <summary>The chance, from 0 to 1, that it befalls a request it concerns. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How long the request waits before anything else happens to it. Default none.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The status that is answered instead of running the handler; null to run it.</summary>
    public int? Status { get; init; }

    /// <summary>The <c>Retry-After</c> header of that answer, in whole seconds; null for none.</summary>
    public long? RetryAfterSeconds { get; init; }

    /// <summary>The body of that answer, JSON text; <see cref="DefaultBody"/> when null.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Lets the handler run, passes this many bytes of its body and cuts the connection; null to pass everything. A shorter body passes
    /// whole.
    /// </summary>
    public long? CutAfterBytes { get; init; }

    /// <summary>Lets the handler run to its end and cuts the connection without answering a byte. Default false.</summary>
    public bool LoseResponse { get; init; }

    /// <summary>The body of an injected status that brings none of its own.</summary>
    public const string DefaultBody = """{"detail":"Injected fault"}""";
}
