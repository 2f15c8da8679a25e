namespace Trellis.Ascend;

/// <summary>What a test delivery came to. Contract section 2.8.</summary>
public sealed record WebhookTestResult : AscendAnswer
{
    /// <summary>Whether the receiver took it.</summary>
    public bool Success { get; init; }

    /// <summary>The receiver's status.</summary>
    public int? StatusCode { get; init; }

    /// <summary>How long the receiver took, in milliseconds.</summary>
    public double? ResponseTimeMs { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }
}
