namespace Trellis.Server.Kernel.Telemetry;

/// <summary>What becomes of the measurements of an instrument.</summary>
internal enum MetricKind
{
    /// <summary>They are added up, and the sum only grows.</summary>
    Counter,

    /// <summary>They are added up.</summary>
    Sum,

    /// <summary>The last one counts, and it only grows.</summary>
    ObservedCounter,

    /// <summary>The last one counts.</summary>
    Gauge,

    /// <summary>They are sorted into buckets.</summary>
    Histogram,
}
