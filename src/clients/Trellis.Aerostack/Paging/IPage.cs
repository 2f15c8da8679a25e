namespace Trellis.Aerostack;

/// <summary>A part of a list.</summary>
internal interface IPage<TItem>
{
    /// <summary>What it holds.</summary>
    IEnumerable<TItem> Items { get; }

    /// <summary>What asks for the next part; <see langword="null"/> after the last.</summary>
    string? Next { get; }
}
