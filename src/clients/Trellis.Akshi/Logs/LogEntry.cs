namespace Trellis.Akshi;

/// <summary>A line of the log. Contract section 2.4.</summary>
public sealed record LogEntry : AkshiAnswer
{
    /// <summary>Its place in the log, from 1.</summary>
    public long Seq { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Ts { get; init; }

    /// <summary><c>trace</c>, <c>debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Whose line it is; <see langword="null"/> for the runtime's own.</summary>
    public string? Agent { get; init; }

    /// <summary>The text. It can hold what an agent chose: do not trust it.</summary>
    public string? Message { get; init; }
}
