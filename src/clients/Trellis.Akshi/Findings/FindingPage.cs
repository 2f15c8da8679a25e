namespace Trellis.Akshi;

/// <summary>A part of the findings. Contract section 2.5.</summary>
public sealed record FindingPage : AkshiAnswer
{
    /// <summary>The place after the last finding of this page; after the last of all when the page is empty.</summary>
    public long? NextSeq { get; init; }

    /// <summary>The findings, oldest first. Never null.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = value ?? []; } = [];
}
