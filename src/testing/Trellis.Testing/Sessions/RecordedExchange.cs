namespace Trellis.Testing;

/// <summary>One request and its answer as a session keeps them, without secrets.</summary>
internal sealed record RecordedExchange
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query.</summary>
    public required string Path { get; init; }

    /// <summary>The body of the request; null for none.</summary>
    public RecordedBody? Sent { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The headers of the answer that are no secret.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body of the answer; null for none.</summary>
    public RecordedBody? Received { get; init; }

    /// <summary>Whether a request is the same: the same method, path, query and body.</summary>
    public bool Answers(RecordedExchange other) => Method == other.Method && Path == other.Path && Sent == other.Sent;

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
