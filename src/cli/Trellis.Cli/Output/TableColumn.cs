namespace Trellis.Cli;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsNumber">Whether its cells are aligned to the right.</param>
internal sealed record TableColumn(string Heading, bool IsNumber = false);
