namespace Trellis.Akshi;

/// <summary>The tools that an agent offers. Contract section 2.12.</summary>
public sealed record McpToolList : AkshiAnswer
{
    /// <summary>The tools. Never null.</summary>
    public IReadOnlyList<McpTool> Tools { get; init => field = value ?? []; } = [];
}
