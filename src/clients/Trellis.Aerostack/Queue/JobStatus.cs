using System.Text.Json.Serialization;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>What has become of a job. An open set: a value that this version does not know can be received. Contract section 2.2.3.</summary>
[JsonConverter(typeof(JobStatusConverter))]
public readonly record struct JobStatus
{
    private readonly string? _value;

    /// <summary>Wraps a value from the wire, in the exact case it has there.</summary>
    public JobStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It waits, <c>queued</c>.</summary>
    public static JobStatus Queued { get; } = new("queued");

    /// <summary>A worker has it, <c>processing</c>.</summary>
    public static JobStatus Processing { get; } = new("processing");

    /// <summary>It is done, <c>completed</c>.</summary>
    public static JobStatus Completed { get; } = new("completed");

    /// <summary>It failed, <c>failed</c>.</summary>
    public static JobStatus Failed { get; } = new("failed");

    /// <summary>It was cancelled, <c>cancelled</c>.</summary>
    public static JobStatus Cancelled { get; } = new("cancelled");

    /// <summary>Whether this version knows the value.</summary>
    public bool IsKnown => this == Queued || this == Processing || this == Completed || this == Failed || this == Cancelled;

    /// <summary>The value as on the wire.</summary>
    public override string ToString() => _value ?? "";
}
