namespace Trellis.Cli;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="IsNumber">Whether its cells are aligned to the right.</param>
/// <param name="IsPassing">Whether its cells change all the time, as a count of seconds does, so that a change is no news.</param>
internal sealed record TableColumn(string Heading, bool IsNumber = false, bool IsPassing = false);
