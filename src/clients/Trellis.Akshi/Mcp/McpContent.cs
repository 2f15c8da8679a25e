namespace Trellis.Akshi;

/// <summary>A part of a tool's answer. Contract section 2.12.</summary>
public sealed record McpContent : AkshiAnswer
{
    /// <summary>What kind of part it is: <c>text</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }
}
